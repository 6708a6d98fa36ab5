#!/usr/bin/env bash
# The topology of docker-compose.yml without Docker: PostgreSQL, sandbox, two nodes and nginx as processes of this machine.
#   mvn package -DskipTests && docker/prove-topology.sh
# Needs Debian's postgresql and nginx (or PGBIN and NGINX), curl, python3. Ends all it started; its folder stays if a check fails.
set -euo pipefail
cd "$(dirname "$0")/.."

PGBIN=${PGBIN:-$(ls -d /usr/lib/postgresql/*/bin | tail -1)}
NGINX=${NGINX:-/usr/sbin/nginx}
JAR=$PWD/target/esop.jar
PG=28432 SANDBOX=28090 ONE=28081 TWO=28082 PROXY=28080
work=$(mktemp -d /tmp/esop-topology.XXXX)
chmod 755 "$work"
declare -A pids
failed=0

say() { printf '%s\n' "$*"; }
pass() { say "  ok    $*"; }
fail() { say "  FAIL  $*"; failed=1; }
check() { local what=$1; shift; if "$@"; then pass "$what"; else fail "$what"; fi; }

as_postgres() { if [[ $EUID -eq 0 ]]; then (cd / && runuser -u postgres -- "$@"); else "$@"; fi; }

stop() {
  for name in events nginx two one sandbox; do
    [[ -n ${pids[$name]:-} ]] && kill "${pids[$name]}" 2>/dev/null && wait "${pids[$name]}" 2>/dev/null || true
  done
  as_postgres "$PGBIN/pg_ctl" --pgdata="$work/pg" --mode=fast --silent stop || true
  if [[ $failed -eq 0 ]]; then rm -rf "$work"; else say "kept: $work"; fi
}
trap stop EXIT

await() { # await <seconds> <command …>
  local end=$((SECONDS + $1)); shift
  until "$@" >/dev/null 2>&1; do [[ $SECONDS -lt $end ]] || return 1; sleep 0.5; done
}

postgres() {
  mkdir "$work/pg"; [[ $EUID -ne 0 ]] || chown postgres "$work/pg"
  as_postgres "$PGBIN/initdb" --pgdata="$work/pg" --username=postgres --auth=trust --encoding=UTF8 \
    --locale-provider=icu --icu-locale=zh-CN >"$work/initdb.log"
  as_postgres "$PGBIN/pg_ctl" --pgdata="$work/pg" --log="$work/pg/log" --wait --silent \
    --options="-p $PG -c unix_socket_directories='' -c max_connections=200" start
  export PGHOST=localhost PGPORT=$PG PGUSER=postgres ESOP_DB_PASSWORD=topology
  PATH=$PGBIN:$PATH docker/postgres/databases.sh >/dev/null
}

# Of every system's callbacks and of what the first level is told: none of those that everybody knows.
for id in BOSS CRM EOMS FIRSTLEVEL MESSAGES PLATFORM SI; do
  export "ESOP_SYSTEMS_${id}_SECRET=topology-$id-$RANDOM"
done
export "ESOP_LISTENERS_FIRSTLEVELCLIENT_SECRET=topology-first-level-$RANDOM"

esop() { # esop <name> <mode> <port>
  local name=$1 mode=$2 port=$3
  SERVER_PORT=$port SERVER_ADDRESS=localhost ESOP_PROXIES='127\.0\.0\.1' ESOP_DATA=$work/$name ESOP_SANDBOX_PORT=$SANDBOX ESOP_SANDBOX_URL=http://localhost:$SANDBOX \
    ESOP_PUBLIC_URL=http://localhost:$PROXY SPRING_DATASOURCE_URL=jdbc:postgresql://localhost:$PG/esop \
    SPRING_DATASOURCE_USERNAME=esop SPRING_DATASOURCE_PASSWORD=topology \
    ESOP_SANDBOX_DATASOURCE_URL=jdbc:postgresql://localhost:$PG/esop_sandbox \
    ESOP_SANDBOX_DATASOURCE_USERNAME=esop ESOP_SANDBOX_DATASOURCE_PASSWORD=topology \
    java -XX:+UseSerialGC -Xmx384m -jar "$JAR" --esop.mode="$mode" >"$work/$name.log" 2>&1 &
  pids[$name]=$!
}

nginx() { # the file of the containers, with this machine's addresses, and a header that tells who answered
  sed -e "s/esop-1:8080/127.0.0.1:$ONE/; s/esop-2:8080/127.0.0.1:$TWO/; s/listen 8080/listen 127.0.0.1:$PROXY/" \
    -e "s/server_name _;/add_header X-Node \$upstream_addr always;/" docker/nginx.conf >"$work/site.conf"
  cat >"$work/nginx.conf" <<CONF
pid $work/nginx.pid; error_log $work/nginx-error.log; events {}
http { access_log off; client_body_temp_path $work/body; proxy_temp_path $work/proxy; fastcgi_temp_path $work/f;
  uwsgi_temp_path $work/u; scgi_temp_path $work/s; include $work/site.conf; }
CONF
  "$NGINX" -c "$work/nginx.conf" -g 'daemon off;' &
  pids[nginx]=$!
}

url() { echo "http://localhost:$1$2"; }
call() { # call <port> <path> [curl arguments …]: with the session of $work/jar and its CSRF token
  local port=$1 path=$2; shift 2
  local token; token=$(awk '$6 == "ESOP-XSRF" { print $7 }' "$work/jar" 2>/dev/null || true)
  curl --silent --show-error --max-time 20 --cookie "$work/jar" --cookie-jar "$work/jar" --header "X-ESOP-XSRF: $token" \
    "$@" "$(url "$port" "$path")"
}
status() { call "$@" --output /dev/null --write-out '%{http_code}'; }
field() { python3 -c "import json,sys; print(json.load(sys.stdin)$1)"; }
healthy() { curl --silent --fail --max-time 3 "$(url "$1" /actuator/health)"; }

say "PostgreSQL $("$PGBIN/postgres" --version | awk '{print $3}'), $("$NGINX" -v 2>&1), both nodes started at once"
postgres
esop sandbox sandbox $SANDBOX
await 200 curl --silent --fail "$(url $SANDBOX '/ledger?size=1')" || { tail "$work/sandbox.log"; exit 1; }
began=$SECONDS
esop one server $ONE
esop two server $TWO
nginx
for port in $ONE $TWO; do
  await 400 healthy $port || { failed=1; tail "$work"/one.log "$work"/two.log; exit 1; }
done
pass "both nodes are up on one empty database, $((SECONDS - began)) s after their start"

call $PROXY /api/login-info >/dev/null
check 'signing on through the proxy' [ "$(status $PROXY /login --data-urlencode username=account-manager.nanjing --data-urlencode password=esop-demo)" = 204 ]
for i in $(seq 20); do call $PROXY /api/me --output "$work/me" --dump-header - | tr -d '\r' | sed -n 's/^X-Node: //Ip'; done >"$work/nodes"
check 'twenty requests with that session, each answered as the same person' grep -q account-manager.nanjing "$work/me"
check "both nodes took part: $(sort "$work/nodes" | uniq -c | xargs)" [ "$(sort -u "$work/nodes" | wc -l)" = 2 ]
check 'the session counts at either node alone' [ "$(status $ONE /api/me)$(status $TWO /api/me)" = 200200 ]
check 'without a session 401 at either' [ "$(curl -s -o /dev/null -w '%{http_code}' "$(url $ONE /api/me)")$(curl -s -o /dev/null -w '%{http_code}' "$(url $TWO /api/me)")" = 401401 ]
token=$(curl --silent --json '{"username":"account-manager.nanjing","password":"esop-demo"}' "$(url $ONE /api/auth/token)" | field '["accessToken"]')
check 'a credential of one node counts at the other' [ "$(curl -s -o /dev/null -w '%{http_code}' -H "Authorization: Bearer $token" "$(url $TWO /api/me)")" = 200 ]
location=$(curl --silent --output /dev/null --write-out '%{redirect_url}' "$(url $PROXY /)")
check "redirects name the proxy ($location)" [ "${location#http://localhost:$PROXY/}" != "$location" ]

customer=$(call $PROXY '/api/customers?size=1' | field '["items"][0]["id"]')
order() { # order <port>
  call "$1" /api/orders --json "{\"customerId\":\"$customer\",\"items\":[{\"offeringId\":\"vpmn\",\"action\":\"add\",\"quantity\":1,\"characteristics\":{}}]}" | field '["id"]'
}
listen() { # listen <port>: the stream into $work/events
  call "$1" /api/events --no-buffer --max-time 120 --header 'Accept: text/event-stream' >"$work/events" 2>/dev/null &
  pids[events]=$!
  sleep 2
}
for pair in "$PROXY $ONE" "$PROXY $TWO" "$ONE $TWO" "$TWO $ONE"; do
  read -r ear mouth <<<"$pair"
  listen "$ear"
  began=$(date +%s%N)
  id=$(order "$mouth")
  if await 15 grep -q "$id" "$work/events"; then
    pass "an order placed at :$mouth is heard at :$ear after $((($(date +%s%N) - began) / 1000000)) ms"
  else
    fail "an order placed at :$mouth is not heard at :$ear within 15 s"
  fi
  kill "${pids[events]}" 2>/dev/null || true; wait "${pids[events]}" 2>/dev/null || true; unset 'pids[events]'
done

completed() { [ "$(call $PROXY "/api/orders/$1" | field '["state"]')" = completed ]; }
check "order $id is completed" await 60 completed "$id"

place() { # place <port> <product>
  call "$1" /api/orders --json "{\"customerId\":\"$customer\",\"items\":[{\"offeringId\":\"$2\",\"action\":\"add\"}]}" | field '["id"]'
}
id=$(place $PROXY adc)
check "order $id, whose answers come by callbacks signed with secrets of this run, is completed" await 90 completed "$id"
down=$(curl --silent --max-time 20 --json "{\"api\":\"productOrdering\",\"customer\":\"$customer\",\"product\":\"vpmn\"}" \
  "$(url $SANDBOX /first-level/orders)" | field '["id"]')
told() { curl --silent "$(url $SANDBOX "/records/first-level/orderSentDown/$down")" | grep -q '"state":"completed"'; }
check "the first level orders $down here and is told, signed, that it is completed" await 90 told

kill -9 "${pids[two]}"; wait "${pids[two]}" 2>/dev/null || true; unset 'pids[two]'
lost=0; for i in $(seq 20); do [ "$(status $PROXY /api/me)" = 200 ] || lost=$((lost + 1)); done
check "one node killed (-9): $((20 - lost)) of 20 requests answered with the same session" [ $lost = 0 ]
id=$(order $PROXY)
check "order $id, placed after the kill, is completed by the node that is left" await 60 completed "$id"
esop two server $TWO
check 'the killed node comes back' await 240 healthy $TWO

say "$([[ $failed -eq 0 ]] && echo 'topology: proved' || echo 'topology: NOT proved')"
exit $failed
