# SPDX-License-Identifier: Apache-2.0
# Makes the bench's configuration out of the filled nginx.conf: the same settings, and servers beside the site's own. Each has the
# location of the site's pages, with another upstream and without the cache.
#   -v servers="NAME=PORT=SOCKET ..."   pages from a program at a socket, not cached
#   -v static=PORT=FOLDER               a folder of files
{ lines[NR] = $0 }
/^\tupstream portal \{/ { in_upstream = 1 }
in_upstream { upstream = upstream $0 "\n" }
in_upstream && /^\t\}/ { in_upstream = 0 }
/^\t\tlocation \/ \{/ && !location { in_location = 1 }
in_location { location = location $0 "\n" }
in_location && /^\t\t\}/ { in_location = 0 }

function server(port, inside) {
	printf "\n\tserver {\n\t\tlisten 127.0.0.1:%s backlog=1024;\n\t\tserver_name _;\n\n%s\t}\n", port, inside
}

END {
	if (!upstream || !location || location !~ /fastcgi_cache pages;/ || upstream !~ /server unix:/) {
		print "nginx.awk: nginx.conf no longer has the upstream and the location this reads" > "/dev/stderr"
		exit 1
	}
	last = NR
	while (lines[last] !~ /^\}/)
		last--
	for (i = 1; i < last; i++)
		print lines[i]
	count = split(servers, list, " ")
	for (i = 1; i <= count; i++) {
		split(list[i], part, "=")
		made = upstream
		sub(/upstream portal/, "upstream " part[1], made)
		gsub(/unix:[^ ;]*/, "unix:" part[3], made)
		printf "\n%s", made
		made = location
		sub(/fastcgi_pass portal;/, "fastcgi_pass " part[1] ";", made)
		sub(/fastcgi_cache pages;/, "fastcgi_cache off;", made)
		server(part[2], made)
	}
	split(static, part, "=")
	server(part[1], "\t\tlocation / {\n\t\t\troot " part[2] ";\n\t\t}\n")
	print "}"
}
