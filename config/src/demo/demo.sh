# Sourced by the script guichet: the main job, shown on a server of its own data folder.

demo() {
  local data=${GUICHET_DATA:-$top/data-demo}
  case "${1:-}" in
    --data) data=${2:?--data needs a folder} ;;
    --data=*) data=${1#--data=} ;;
    '') ;;
    *) die "demo takes nothing but --data DIR" 2 ;;
  esac
  cli start --data "$data"
  data=$(cd "$data" && pwd)
  local own=$data/demo
  mkdir -p "$own"

  say; say "— Two invented organisations: a certifier, and a depositor that drops for it"
  [ -e "$own/key" ] || ssh-keygen -q -t ed25519 -N '' -C demo -f "$own/key"
  cli org add --data "$data" --matricule 77ZZZ001 --name 'Institut Vauclair des langues' \
    --email certification@vauclair.example --contract MCFCER990001
  cli org add --data "$data" --matricule 77ZZZ002 --name 'Atelier Sabran' --email depots@sabran.example
  cli key add --data "$data" --org 77ZZZ002 --name demo --scopes deposit,receipts "$own/key.pub"
  cli mandate add --data "$data" --certifier 77ZZZ001 --depositor 77ZZZ002 --from 2026-01-01

  local run name
  run=$(date +%Y%m%d-%H%M%S)
  name=sabran-$run.xml
  sed -e "s/@RUN@/$run/g" -e "s/@NOW@/$(date +%Y-%m-%dT%H:%M:%S%:z)/g" \
    -e "s/@DAY@/$(date -d '-10 days' +%F)/g" "$top/config/src/demo/flux.xml" >"$own/$name"

  say; say "— $name goes to /depot, by OpenSSH's sftp"
  through_sftp "put $own/$name /depot/$name"

  say; say "— Both receipts come to /accuses"
  local tries=0
  until [ "$(through_sftp "-ls -1 /accuses" 2>/dev/null | grep -c "_${name}_")" -ge 2 ]; do
    tries=$((tries + 1))
    [ "$tries" -le 60 ] || die "no receipts within a minute; ./guichet logs --data $data tells more"
    sleep 1
  done
  rm -rf "$own/accuses" && mkdir "$own/accuses"
  through_sftp "get /accuses/*_${name}_* $own/accuses/"
  local receipt
  for receipt in "$own"/accuses/*; do
    say; say "── ${receipt##*/}"; cat "$receipt"; say
  done

  say; say "The server runs on."
  cli status --data "$data"
  cat <<TEXT

Next:
  sftp -i $own/key -P $(sftp_port) 77ZZZ002@$(sftp_host)
  ./guichet deposits --data $data
  ./guichet logs -f --data $data
  ./guichet stop --data $data
TEXT
}

# through_sftp COMMAND: one session as the depositor.
through_sftp() {
  sftp -q -b - -i "$own/key" -P "$(sftp_port)" -o IdentitiesOnly=yes -o BatchMode=yes -o ConnectTimeout=10 \
    -o StrictHostKeyChecking=accept-new -o UserKnownHostsFile="$own/known_hosts" \
    "77ZZZ002@$(sftp_host)" <<<"$1"
}

sftp_address() { sed -n 's/^sftp=//p' "$data/run/server.properties" | tr -d '\\'; }
sftp_port() { sftp_address | sed 's/.*://'; }
sftp_host() { sftp_address | sed 's/:[0-9]*$//; s/^0\.0\.0\.0$/127.0.0.1/'; }
