# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2154 # folder is the test's
# PostgreSQL nodes under Patroni and one etcd, on free ports of 127.0.0.1, in $folder; each is killed and ended by its own number.
# For the minutes of a test: nothing here asks for a password.

programs=/usr/lib/postgresql/15/bin
export PGCONNECT_TIMEOUT=3
# Seconds. A leader that says nothing for so long has lost its place; 20 is the least Patroni takes.
ttl=20
loop_wait=3
retry_timeout=5
declare -A patroni_of=() database_port=() rest_port=() used_ports=()
etcd="" etcd_port=""
# In this order they stand in addresses, so that these can name a machine before it is there.
nodes="a b c"

# The server refuses to be root.
as_server() {
	if [ "$(id -u)" = 0 ]; then
		exec setpriv --reuid=postgres --regid=postgres --clear-groups "$@"
	else
		exec "$@"
	fi
}

# wait_until SECONDS COMMAND...: false when it does not become true in that time.
wait_until() {
	local until=$((SECONDS + $1))
	shift
	until "$@"; do
		[ "$SECONDS" -lt "$until" ] || return 1
		sleep 0.1
	done
}

# A port nobody listens at, into $port; below those the system gives to programs that call out, so that it stays free.
free_port() {
	while :; do
		port=$(shuf -i 20000-32000 -n 1)
		[ -z "${used_ports[$port]-}" ] || continue
		(: <"/dev/tcp/127.0.0.1/$port") 2>/dev/null || break
	done
	used_ports[$port]=yes
}

start_etcd() {
	local peer_port
	free_port && etcd_port=$port
	free_port && peer_port=$port
	(as_server etcd --name one --data-dir "$folder/etcd" --listen-client-urls "http://127.0.0.1:$etcd_port" \
		--advertise-client-urls "http://127.0.0.1:$etcd_port" --listen-peer-urls "http://127.0.0.1:$peer_port" \
		--initial-advertise-peer-urls "http://127.0.0.1:$peer_port" --initial-cluster "one=http://127.0.0.1:$peer_port" \
		--log-level error) </dev/null >"$folder/etcd.log" 2>&1 &
	etcd=$!
	wait_until 30 curl -sf -m 2 -o "$folder/health" "http://127.0.0.1:$etcd_port/health"
}

# Gives a node its ports and settings.
make_node() {
	local name=$1
	free_port && database_port[$name]=$port
	free_port && rest_port[$name]=$port
	cat >"$folder/$name.yml" <<-END
		scope: shanyu
		name: $name
		log: {level: INFO}
		restapi: {listen: "127.0.0.1:${rest_port[$name]}", connect_address: "127.0.0.1:${rest_port[$name]}"}
		etcd3: {hosts: "127.0.0.1:$etcd_port"}
		bootstrap:
		  dcs:
		    ttl: $ttl
		    loop_wait: $loop_wait
		    retry_timeout: $retry_timeout
		    synchronous_mode: true
		    synchronous_mode_strict: true
		    postgresql:
		      use_pg_rewind: true
		      use_slots: true
		      parameters: {max_connections: 60, wal_keep_size: 256MB, wal_retrieve_retry_interval: 1s}
		  initdb: [{encoding: UTF8}, {locale: C}, data-checksums]
		postgresql:
		  listen: "127.0.0.1:${database_port[$name]}"
		  connect_address: "127.0.0.1:${database_port[$name]}"
		  data_dir: $folder/$name
		  bin_dir: $programs
		  pgpass: $folder/$name.pass
		  remove_data_directory_on_rewind_failure: true
		  remove_data_directory_on_diverged_timelines: true
		  authentication:
		    superuser: {username: postgres}
		    replication: {username: replicator}
		  parameters: {unix_socket_directories: "", shared_buffers: 64MB, dynamic_shared_memory_type: mmap}
		  pg_hba:
		  - host all all 127.0.0.1/32 trust
		  - host replication replicator 127.0.0.1/32 trust
	END
}

start_node() {
	(as_server patroni "$folder/$1.yml") </dev/null >>"$folder/$1.log" 2>&1 &
	patroni_of[$1]=$!
}

# Everything of a node, at once and without a word to anyone, as when the current goes; its shared memory, too, is named in its file.
kill_node() {
	local postmaster="" children="" helpers memory=""
	if [ -f "$folder/$1/postmaster.pid" ]; then
		postmaster=$(head -n 1 "$folder/$1/postmaster.pid")
		memory=$(sed -n '7s/.* //p' "$folder/$1/postmaster.pid")
	fi
	[ -z "$postmaster" ] || children=$(pgrep -P "$postmaster" || true)
	helpers=$(pgrep -P "${patroni_of[$1]}" || true)
	# shellcheck disable=SC2086 # numbers
	kill -KILL ${patroni_of[$1]} $postmaster $children $helpers 2>/dev/null || true
	wait "${patroni_of[$1]}" 2>/dev/null || true
	[ -z "$memory" ] || ipcrm -m "$memory" 2>/dev/null || true
	patroni_of[$1]=""
}

# What Patroni says of a node: /leader is answered with 200 by the leader alone, /synchronous by the synchronous copy.
node_is() { curl -s -m 2 -f -o "$folder/rest" "http://127.0.0.1:${rest_port[$1]}/$2"; }
who_is() {
	local name
	for name in $nodes; do
		if node_is "$name" "$1"; then
			echo "$name"
			return 0
		fi
	done
	return 1
}
has_role() { who_is "$1" >/dev/null; }

# All nodes that were given out, for libpq; $1 is the database, $2 the user.
address() {
	local name hosts=""
	for name in $nodes; do hosts="$hosts,127.0.0.1:${database_port[$name]}"; done
	echo "postgresql://$2@${hosts#,}/$1?target_session_attrs=read-write"
}
ask() { "$programs/psql" -X -q -A -t -v ON_ERROR_STOP=1 "$@"; }

end_cluster() {
	local name
	for name in $nodes; do [ -z "${patroni_of[$name]-}" ] || kill_node "$name"; done
	if [ -n "$etcd" ]; then
		kill -KILL "$etcd" 2>/dev/null || true
		wait "$etcd" 2>/dev/null || true
	fi
}
