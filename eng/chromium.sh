# Sourced by ./test: Chromium and a font with Han, in which the tests of the pages look at them.

chromium_install() {
    if command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null; then return 0; fi
    if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then return 0; fi
    echo "test: installing chromium with apt-get" >&2
    export DEBIAN_FRONTEND=noninteractive
    local log
    log=$(mktemp)
    if { apt-get update && apt-get install -y --no-install-recommends chromium fonts-noto-cjk; } >"$log" 2>&1; then
        rm -f "$log"
    else
        tail -n 3 "$log" >&2
        echo "test: apt-get could not install chromium; its log is $log" >&2
    fi
}
