# Sourced by ./extractor (for demo) and ./test: PostgreSQL's server programs, installed where they are missing.

postgresql_found() {
    if [ -n "${EXTRACTOR_POSTGRES:-}" ]; then return 0; fi # the program says whether that folder is right
    local folder
    for folder in ${PATH//:/ } /usr/lib/postgresql/*/bin /usr/pgsql-*/bin /usr/local/pgsql/bin; do
        [ -x "$folder/initdb" ] && [ -x "$folder/pg_ctl" ] && [ -x "$folder/postgres" ] && return 0
    done
    return 1
}

# Only as root, and only the programs: no cluster is made and no service started.
postgresql_install() {
    if postgresql_found; then return 0; fi
    if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
        echo "extractor: PostgreSQL's server programs are missing; install them (Debian, Ubuntu: sudo apt-get install postgresql), or set EXTRACTOR_DATABASE to a running server" >&2
        return 1
    fi
    echo "extractor: installing PostgreSQL's server programs with apt-get" >&2
    mkdir -p /etc/postgresql-common
    [ -e /etc/postgresql-common/createcluster.conf ] || echo 'create_main_cluster = false' > /etc/postgresql-common/createcluster.conf
    export DEBIAN_FRONTEND=noninteractive
    local log
    log=$(mktemp)
    if { apt-get update && apt-get install -y --no-install-recommends postgresql; } >"$log" 2>&1 && postgresql_found; then
        rm -f "$log"
    else
        tail -n 5 "$log" >&2
        echo "extractor: apt-get could not install PostgreSQL; its log is $log" >&2
        return 1
    fi
}
