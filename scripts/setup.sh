#!/usr/bin/env bash
# Prepares a machine for the project. Called by the Makefile, never by hand:
#   setup.sh python    the virtual environment .venv, exactly as locked
#   setup.sh browser   Chromium for the browser tests, from the system's packages
#   setup.sh documents Pango, which lays out the worksheets on paper, from the system's packages
#   setup.sh spelling  hunspell and its dictionaries, from the system's packages; goes on without them
#   setup.sh lock      writes both lock files anew from pyproject.toml
set -euo pipefail
cd "$(dirname "$0")/.."

readonly UV_HOME=.venv-tools
readonly UV="$UV_HOME/bin/uv"

say() { printf '» %s\n' "$*"; }
stop() { printf 'Set-up stopped: %s\n' "$*" >&2; exit 1; }

python_311() {
  local candidate
  for candidate in python3.11 python3 python3.12 python3.13; do
    if "$candidate" -c 'import sys; raise SystemExit(sys.version_info < (3, 11))' 2>/dev/null; then
      command -v "$candidate"
      return
    fi
  done
  stop "Python 3.11 or newer is missing. Install it, for example: sudo apt-get install python3 python3-pip"
}

# uv does not read pip's settings, so a package index chosen for pip is handed on.
use_pips_index() {
  local index
  index=$("$1" -m pip config get global.index-url 2>/dev/null || true)
  if [ -n "${PIP_INDEX_URL:-$index}" ] && [ -z "${UV_DEFAULT_INDEX:-}" ]; then
    export UV_DEFAULT_INDEX="${PIP_INDEX_URL:-$index}"
  fi
  export UV_PYTHON_DOWNLOADS=never
}

install_uv() {
  "$1" -m pip --version >/dev/null 2>&1 || stop "pip is missing. Install it, for example: sudo apt-get install python3-pip"
  say "Fetching uv, the installer"
  # --target keeps it out of the system's Python, which Debian guards.
  PIP_ROOT_USER_ACTION=ignore "$1" -m pip install --quiet --disable-pip-version-check --no-warn-script-location --require-hashes \
    --upgrade --target "$UV_HOME" --requirement scripts/uv.lock
}

set_up_python() {
  local python
  python=$(python_311)
  use_pips_index "$python"
  install_uv "$python"
  say "Installing the locked packages into .venv"
  "$UV" venv --quiet --clear --python "$python" .venv
  "$UV" pip sync --quiet --require-hashes --python .venv/bin/python requirements.lock
  "$UV" pip install --quiet --no-deps --no-build-isolation --offline --python .venv/bin/python --editable .
  touch .venv/ready
}

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

may_install() {
  command -v apt-get >/dev/null && { [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null; }
}

refresh_packages() {
  as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq
}

install_packages() {
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
}

# The tests open the site in Chromium, and filled-in worksheets in poppler as well as in PDFium.
set_up_browser() {
  local packages=()
  command -v chromium chromium-browser google-chrome >/dev/null || packages+=(chromium fonts-liberation)
  command -v pdftoppm >/dev/null || packages+=(poppler-utils)
  [ ${#packages[@]} -gt 0 ] || return 0
  may_install || stop "the tests need programs of the system. Install them with: sudo apt-get install ${packages[*]}"
  say "Installing ${packages[*]}"
  refresh_packages
  install_packages "${packages[@]}"
}

set_up_documents() {
  local packages=(libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0)
  .venv/bin/python -c 'import weasyprint' 2>/dev/null && return
  may_install || stop "the worksheets need Pango. Install it with: sudo apt-get install ${packages[*]}"
  say "Installing ${packages[*]}"
  install_packages "${packages[@]}" 2>/dev/null || { refresh_packages && install_packages "${packages[@]}"; }
}

has_spelling() {
  command -v hunspell >/dev/null || return 1
  local dictionary
  for dictionary in da_DK en_GB; do
    # Without its dictionary it stops; with it, it answers with an empty input.
    hunspell -a -d "$dictionary" </dev/null >/dev/null 2>&1 || return 1
  done
}

# Spelling is advice: whatever goes wrong here stops nobody.
set_up_spelling() {
  local packages="hunspell hunspell-da hunspell-en-gb"
  if has_spelling; then return; fi
  if may_install; then
    say "Installing $packages"
    # shellcheck disable=SC2086  # three package names on purpose
    if { install_packages $packages || { refresh_packages && install_packages $packages; }; } 2>/dev/null; then return; fi
  fi
  say "Spelling is not looked at on this machine. To have it: sudo apt-get install $packages"
}

write_locks() {
  local python
  python=$(python_311)
  use_pips_index "$python"
  "$UV" pip compile --quiet pyproject.toml --extra dev --universal --python-version 3.11 \
    --generate-hashes --no-header --no-emit-index-url --output-file requirements.lock
  echo "uv==$("$UV" --version | cut -d' ' -f2)" |
    "$UV" pip compile --quiet --universal --generate-hashes --no-header --no-emit-index-url --no-annotate --output-file scripts/uv.lock -
}

case "${1:-}" in
  python) set_up_python ;;
  browser) set_up_browser ;;
  documents) set_up_documents ;;
  spelling) set_up_spelling ;;
  lock) write_locks ;;
  *) stop "usage: scripts/setup.sh python | browser | documents | spelling | lock" ;;
esac
