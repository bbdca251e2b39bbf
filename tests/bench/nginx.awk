# SPDX-License-Identifier: Apache-2.0
# Makes the bench's configuration out of the filled nginx.conf: the same settings, and servers beside the site's own. Each is a
# copy of the site's, with upstreams of its own and without the cache.
#   -v servers="NAME=PORT=SOCKET ..."   pages from a program at a socket, not cached
#   -v static=PORT=FOLDER               a folder of files
{ lines[NR] = $0 }
/^\tupstream [a-z_]+ \{/ { in_upstream = 1 }
in_upstream { upstreams = upstreams $0 "\n" }
in_upstream && /^\t\}/ { in_upstream = 0 }
# The site's own server is the one that caches: before it stands who refuses other names.
/^\tserver \{/ && !site { in_server = 1; server = "" }
in_server { server = server $0 "\n" }
in_server && /^\t\}/ { in_server = 0; if (server ~ /fastcgi_cache pages;/) site = server }

END {
	if (upstreams !~ /server unix:/ || site !~ /listen [^ ;]*/ || site !~ /fastcgi_pass portal/ || site !~ /fastcgi_cache pages;/) {
		print "nginx.awk: nginx.conf no longer has the upstreams and the site's server this reads" > "/dev/stderr"
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
		made = upstreams site
		gsub(/\tupstream /, "&" part[1] "_", made)
		gsub(/unix:[^ ;]*/, "unix:" part[3], made)
		gsub(/fastcgi_pass /, "&" part[1] "_", made)
		gsub(/fastcgi_cache pages;/, "fastcgi_cache off;", made)
		sub(/listen [^ ;]*/, "listen 127.0.0.1:" part[2], made)
		printf "\n%s", made
	}
	split(static, part, "=")
	printf "\n\tserver {\n\t\tlisten 127.0.0.1:%s backlog=1024;\n\n\t\tlocation / {\n\t\t\troot %s;\n\t\t}\n\t}\n}\n", part[1], part[2]
}
