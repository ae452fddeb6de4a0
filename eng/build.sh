# Sourced by ./extractor: builds when a source is newer than the last build. Two at once take turns.

build_is_fresh() {
    [ -f "$program" ] && [ -f "$stamp" ] || return 1
    # Folders count too: a file that was removed leaves its folder newer.
    [ -z "$(find src migrations fixtures Directory.Build.props Directory.Packages.props global.json -newer "$stamp" -print -quit 2>/dev/null)" ]
}

# The program for this machine, with its libraries, in artifacts/program.
publish() {
    dotnet publish src/Extractor.Cli -c Release --use-current-runtime "-p:CompiledAhead=$1" -o artifacts/program --nologo -v quiet
}

build_once() {
    command -v dotnet >/dev/null || { echo "extractor: the .NET SDK 10 is missing; see https://dotnet.microsoft.com/download" >&2; return 1; }
    mkdir -p artifacts
    exec 9>artifacts/.build.lock
    if command -v flock >/dev/null; then flock 9; fi
    if ! build_is_fresh; then
        echo "extractor: building (this happens once, and after changes) …" >&2
        local log=artifacts/build.log
        touch artifacts/.build-start
        # Compiled ahead where the compiler's package is to be had; else as it is, which only starts more slowly.
        if ! publish true >"$log" 2>&1 9>&- && ! publish false >"$log" 2>&1 9>&-; then
            grep -E 'error' "$log" | sort -u | head -n 20 >&2 || tail -n 20 "$log" >&2
            echo "extractor: the build failed; its log is $PWD/$log" >&2
            return 1
        fi
        # As of the start: what was saved during the build is built next time.
        mv artifacts/.build-start "$stamp"
    fi
    exec 9>&-
}
