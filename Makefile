# SPDX-License-Identifier: Apache-2.0
# Shanyu. "make run" to see it, "make test" to test it, "make help" for the rest.
.DEFAULT_GOAL := help
SHELL := /bin/sh
BUILD ?= build
CC := gcc
CXX := g++

packages := uuid glib-2.0 jansson libsodium sqlite3 icu-uc icu-i18n libqrencode libpq gmime-3.0 libmagic libseccomp liboath xlsxwriter
warnings := -Wall -Wextra -Werror -Wpointer-arith -Wvla -Wundef
hardening := -D_FORTIFY_SOURCE=2 -fstack-protector-strong -fstack-clash-protection -fcf-protection -fPIE
CPPFLAGS := -I. -I$(BUILD)/gen -D_GNU_SOURCE $(shell pkg-config --cflags $(packages) 2>/dev/null)
CFLAGS := -std=c11 -O2 -g $(warnings) -Wshadow -Wstrict-prototypes -Wmissing-prototypes $(hardening)
CXXFLAGS := -std=c++17 -O2 -g $(warnings) $(hardening)
LDFLAGS := -pie -Wl,-z,relro,-z,now -Wl,--as-needed
LDLIBS := $(shell pkg-config --libs $(packages) 2>/dev/null) -lctemplate_nothreads -lfcgi -lcsv -lm -lstdc++

ifdef SANITIZE
CFLAGS += -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer -U_FORTIFY_SOURCE
CXXFLAGS += -fsanitize=address,undefined -fno-sanitize-recover=all -U_FORTIFY_SOURCE
LDFLAGS += -fsanitize=address,undefined
endif

# Packs of named queries: NAME = folder of .sql files. A program links only those it may run.
pack_shanyu := db/registry/queries/shanyu
pack_publish := db/registry/queries/publish
pack_clerk := db/registry/queries/clerk
pack_envelope := db/registry/queries/envelope
pack_cases := db/registry/queries/cases
pack_desk := db/registry/queries/desk
pack_attached := db/registry/queries/attached
pack_accounts := db/registry/queries/accounts
pack_audit := db/registry/queries/audit
pack_taking := db/registry/queries/taking
pack_remind := db/registry/queries/remind
pack_retention := db/registry/queries/retention
pack_mail := db/registry/queries/mail
# What each engine says in its own words.
pack_schema_sqlite := db/registry/dialect/sqlite
pack_schema_postgresql := db/registry/dialect/postgresql
pack_portal_queries := db/portal/queries
pack_apply := db/portal/apply
# What cards are drawn of.
pack_card_queries := db/portal/cards
packs := shanyu publish clerk envelope cases desk attached accounts audit taking remind mail retention schema_sqlite schema_postgresql portal_queries apply card_queries
migrations := registry portal

programs := portal intake admin clerk preview webhook confined shanyu
parts_portal := cgi-bin/portal.c $(wildcard public/*/*.c)
packs_portal := portal_queries portal_migrations
# The door for what citizens send: it reads the edition with the portal's parts, and links no query of the registry.
parts_intake := cgi-bin/intake.c $(wildcard intake/*/*.c public/*/*.c)
packs_intake := portal_queries portal_migrations
# Pictures are decoded in a program of its own, which alone knows how.
parts_preview := cgi-bin/preview.c $(wildcard preview/*.c)
libraries_preview := $(shell pkg-config --libs vips fontconfig 2>/dev/null)
flags_preview := $(shell pkg-config --cflags vips fontconfig 2>/dev/null)
# What goes to a server of others is sent by a program of its own, which holds no key.
parts_webhook := cgi-bin/webhook.c
libraries_webhook := $(shell pkg-config --libs libcurl 2>/dev/null)
# What watchers of workers are started with.
parts_confined := cgi-bin/confined.c
# Only who works on the registry can speak to its server: the portal is built without.
registry_engine := $(wildcard lib/sql/sql_postgresql*.c)
# The officials' side works on the registry itself; facilities it finds as the portal does, in the edition.
parts_admin := cgi-bin/admin.c $(wildcard admin/*/*.c public/*/*.c accounts/*.c audit/*.c domain/*/*.c) $(registry_engine)
packs_admin := accounts audit cases desk attached publish registry_migrations portal_queries portal_migrations
# Clerk cannot publish: what approves an outcome is not linked.
parts_clerk := cgi-bin/clerk.c $(wildcard clerk/*/*.c) $(filter-out domain/disclosures/outcome_publish.c,$(wildcard domain/*/*.c)) audit/append.c $(registry_engine)
packs_clerk := clerk envelope cases taking remind mail retention audit apply card_queries registry_migrations portal_migrations
parts_shanyu := cgi-bin/shanyu.c $(wildcard commands/*/*.c accounts/*.c audit/*.c domain/*/*.c) $(registry_engine)
packs_shanyu := shanyu publish clerk accounts audit cases retention schema_sqlite schema_postgresql apply registry_migrations portal_migrations

library_sources := $(filter-out $(registry_engine),$(wildcard lib/*/*.c)) $(wildcard rules/*/*.c workflow/*.c domain/*/procedure.c domain/*/letter_form.c publication/*.c) $(wildcard lib/*/*.cc)
library := $(BUILD)/libshanyu.a
objects = $(patsubst %,$(BUILD)/obj/%.o,$(basename $(1)))
generated := $(patsubst %,$(BUILD)/gen/%.c,$(packs)) $(patsubst %,$(BUILD)/gen/%_migrations.c,$(migrations))

.PHONY: all help
all: $(patsubst %,$(BUILD)/%,$(programs))

help:
	@sed -n 's/^\([a-z-]*\):.*## /\1: /p' $(MAKEFILE_LIST) | awk -F': ' '{ printf "make %-12s %s\n", $$1, $$2 }'

$(library): $(call objects,$(library_sources))
	@rm -f $@
	$(AR) rcs $@ $^

define program_rule
$(BUILD)/$(1): $(call objects,$(parts_$(1))) $(patsubst %,$(BUILD)/gen/%.o,$(packs_$(1))) $(library)
	$(CXX) $(CXXFLAGS) $(LDFLAGS) -o $$@ $$^ $(LDLIBS) $$(libraries_$(1))
endef
$(call objects,$(parts_preview)): CPPFLAGS += $(flags_preview)
# What fonts are tried with before a card is drawn.
$(BUILD)/gen/font_sample.h: templates/cards/fonts.svg
	@mkdir -p $(@D)
	@{ echo 'static const char font_sample[] ='; sed 's/"/\\"/g; s/.*/\t"&"/' $<; echo ';'; } > $@
$(call objects,$(parts_preview)): $(BUILD)/gen/font_sample.h
$(foreach program,$(programs),$(eval $(call program_rule,$(program))))

# What several packs say alike is a part that each of them may put in.
parts_of_packs := $(wildcard db/parts/*.sql)
define pack_rule
$(BUILD)/gen/$(1).c $(BUILD)/gen/$(1).h &: $(wildcard $(pack_$(1))/*.sql) $(parts_of_packs) tools/sqlpack
	@mkdir -p $(BUILD)/gen
	tools/sqlpack queries $(1) $(BUILD)/gen/$(1) $(wildcard $(pack_$(1))/*.sql) $(parts_of_packs)
endef
$(foreach pack,$(packs),$(eval $(call pack_rule,$(pack))))

define migration_rule
$(BUILD)/gen/$(1)_migrations.c $(BUILD)/gen/$(1)_migrations.h &: $(wildcard db/$(1)/migrations/*.sql) tools/sqlpack
	@mkdir -p $(BUILD)/gen
	tools/sqlpack migrations $(1) $(BUILD)/gen/$(1)_migrations $(wildcard db/$(1)/migrations/*.sql)
endef
$(foreach name,$(migrations),$(eval $(call migration_rule,$(name))))

# Handlers are named once, in the route table.
$(BUILD)/gen/handlers.h: cgi-bin/portal.c cgi-bin/intake.c cgi-bin/admin.c tools/handlers
	@mkdir -p $(@D)
	tools/handlers $(filter %.c,$^) > $@

# Every procedure that a room of domain/ declares.
$(BUILD)/gen/procedures.h: $(wildcard domain/*/procedure.h)
	@mkdir -p $(@D)
	@{ printf '#include "%s"\n' $^; echo 'static const struct flow *const procedures[] = {'; \
		sed -n 's/^extern const struct flow \([a-z_]*\);/\t\&\1,/p' $^; echo '};'; \
		echo '#define PROCEDURES (sizeof procedures / sizeof *procedures)'; } > $@
$(BUILD)/obj/public/procedures/procedures.o $(BUILD)/obj/domain/core/by_word.o $(BUILD)/obj/tests/lib/flows.o: $(BUILD)/gen/procedures.h

$(BUILD)/gen/%.o: $(BUILD)/gen/%.c
	$(CC) $(CPPFLAGS) $(CFLAGS) -c -o $@ $<

$(BUILD)/obj/%.o: %.c | $(generated) $(BUILD)/gen/handlers.h
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(CFLAGS) -MMD -MP -c -o $@ $<

$(BUILD)/obj/%.o: %.cc | $(generated)
	@mkdir -p $(@D)
	$(CXX) $(CPPFLAGS) $(CXXFLAGS) -MMD -MP -c -o $@ $<

# What a browser may keep until templates, styles or scripts change.
assets := $(shell find templates public/www admin/www -type f 2>/dev/null | sort)
$(BUILD)/gen/assets.h: $(assets)
	@mkdir -p $(@D)
	@printf '#define SHANYU_ASSETS "%s"\n' "$$(cat $(assets) | sha256sum | cut -c1-12)" > $@
$(BUILD)/obj/public/core/set_up.o $(BUILD)/obj/admin/core/office.o: $(BUILD)/gen/assets.h

# Traditional characters and their simplified ones, as ICU knows them while this is built.
$(BUILD)/simplified: tools/simplified.c
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(CFLAGS) $(LDFLAGS) -o $@ $< $(shell pkg-config --libs icu-uc icu-i18n 2>/dev/null)

$(BUILD)/gen/simplified.h: $(BUILD)/simplified
	@mkdir -p $(@D)
	$(BUILD)/simplified > $@
$(BUILD)/obj/lib/find/words_fold.o: $(BUILD)/gen/simplified.h

-include tests/fuzz/fuzz.mk
-include $(shell find $(BUILD) -name '*.d' 2>/dev/null)

# One template as a page, with made-up values: for the browser tests, and for the pages nginx shows when the portal cannot answer.
$(BUILD)/tplview: tools/tplview.cc lib/web/page_parts.cc lib/web/page_parts.h
	@mkdir -p $(@D)
	$(CXX) $(CPPFLAGS) $(CXXFLAGS) $(LDFLAGS) -o $@ $(filter %.cc,$^) -lctemplate_nothreads -ljansson

$(BUILD)/errors/404.html: $(BUILD)/tplview $(BUILD)/gen/assets.h tools/errorpages
	TPLVIEW=$(BUILD)/tplview tools/errorpages $(BUILD)/errors "$$(cut -d'"' -f2 $(BUILD)/gen/assets.h)"
all: $(BUILD)/errors/404.html

# Unit tests, one program a file; tests/run builds them with SANITIZE=1. Packs are linked as far as a test needs them.
$(BUILD)/libpacks.a: $(patsubst %.c,%.o,$(generated))
	@rm -f $@
	$(AR) rcs $@ $^

$(BUILD)/unit/%: $(BUILD)/obj/tests/unit/%_test.o $(call objects,$(wildcard domain/*/*.c accounts/*.c audit/*.c)) $(library) $(BUILD)/libpacks.a
	@mkdir -p $(@D)
	$(CXX) $(CXXFLAGS) $(LDFLAGS) -o $@ $^ $(LDLIBS) -lcmocka
# Declared lists stand beside their handlers.
$(BUILD)/unit/office_lists: $(BUILD)/obj/tests/unit/office_lists_test.o $(call objects,$(filter-out cgi-bin/%,$(parts_admin))) $(library) $(BUILD)/libpacks.a
	@mkdir -p $(@D)
	$(CXX) $(CXXFLAGS) $(LDFLAGS) -o $@ $^ $(LDLIBS) -lcmocka
.PRECIOUS: $(BUILD)/obj/%.o $(BUILD)/gen/%.o
.PHONY: unit
unit: $(patsubst tests/unit/%_test.c,$(BUILD)/unit/%,$(wildcard tests/unit/*_test.c))

# The tests of the registry's two engines, and whether both take every query of it.
registry_packs := $(foreach pack,$(packs),$(if $(filter db/registry/queries/%,$(pack_$(pack))),$(pack)))
$(BUILD)/gen/registry_packs.h: Makefile
	@mkdir -p $(@D)
	@{ printf '#include "%s.h"\n' $(registry_packs); \
		printf 'static const struct { const char *name; const struct query_pack *pack; } registry_packs[] = {\n'; \
		printf '\t{ "%s", &%s_pack },\n' $(foreach pack,$(registry_packs),$(pack) $(pack)); printf '};\n'; } > $@
$(BUILD)/obj/tests/registry/queries.o: $(BUILD)/gen/registry_packs.h

$(BUILD)/registry/%: $(BUILD)/obj/tests/registry/%.o $(call objects,$(registry_engine)) $(library) $(BUILD)/libpacks.a
	@mkdir -p $(@D)
	$(CXX) $(CXXFLAGS) $(LDFLAGS) -o $@ $^ $(LDLIBS) -lcmocka
# Parameters and columns of every query, for the check of names.
$(BUILD)/gen/statement_packs.h: Makefile
	@mkdir -p $(@D)
	@{ printf '#include "%s.h"\n' $(packs); printf 'static const struct { const struct query_pack *pack; } statement_packs[] = {\n'; \
		printf '\t{ &%s_pack },\n' $(packs); printf '};\n'; } > $@
$(BUILD)/obj/tools/statements.o: $(BUILD)/gen/statement_packs.h
$(BUILD)/statements: $(BUILD)/obj/tools/statements.o $(library) $(BUILD)/libpacks.a
	$(CXX) $(CXXFLAGS) $(LDFLAGS) -o $@ $^ $(LDLIBS)

.PHONY: registry
registry: $(BUILD)/registry/sql_test $(BUILD)/registry/inbox_test $(BUILD)/registry/queries

.PHONY: run reload test check routes where format css clean
run: ## the demo district on 127.0.0.1 (PORT=8080 ADMIN_PORT=8081), until Ctrl-C
	@BUILD=$(BUILD) MAKE_PROCESS=$$PPID exec tools/run

reload: ## put the programs and templates built since into the running site, losing no request
	@kill -HUP "$$(cat $${RUN:-run}/run.pid)"

test: ## everything there is to test; ends with "N passed, N failed"
	@tests/run

check: ## the house's rules of routes, SQL, templates, words and warnings
	@tests/run check

routes: $(BUILD)/portal ## the public addresses with who may ask and what
	@$(BUILD)/portal --routes

where: ## the files of one capability: make where WORD=facility
	@git ls-files | grep -iE '(^|[/_-])$(WORD)([/_.-]|$$)' || echo "no file is named for '$(WORD)'"

format: ## C and C++ in the house's layout
	clang-format -i $$(git ls-files '*.c' '*.h' '*.cc')

css: ## the style sheet from style/
	@tools/css

clean: ## what was built
	rm -rf $(BUILD)

bench_programs := $(patsubst %,$(BUILD)/bench/%,bare probe await understand walk)
$(bench_programs): $(BUILD)/bench/%: $(BUILD)/obj/tests/bench/%.o $(BUILD)/obj/tests/bench/client.o $(library)
	@mkdir -p $(@D)
	$(CXX) $(CXXFLAGS) $(LDFLAGS) -o $@ $^ $(LDLIBS)

.PHONY: bench
bench: all $(bench_programs) ## how fast it is, into build/bench.json; the first time makes a million facilities
	@BUILD=$(BUILD) tests/bench/run

$(BUILD)/ha/writer: $(BUILD)/obj/tests/ha/writer.o
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LDLIBS)

.PHONY: test-ha
test-ha: ## the registry under Patroni loses its leader six times (Debian's own; about five minutes)
	@BUILD=$(BUILD) tests/ha/run

# Helpers of tests: the office, whose side of a case they play; letters ready to be sent.
$(BUILD)/tests/%: $(BUILD)/obj/tests/lib/%.o $(call objects,$(wildcard domain/*/*.c accounts/*.c) $(registry_engine)) $(library) $(BUILD)/libpacks.a
	@mkdir -p $(@D)
	$(CXX) $(CXXFLAGS) $(LDFLAGS) -o $@ $^ $(LDLIBS)
.PHONY: test-programs
test-programs: $(patsubst %,$(BUILD)/tests/%,office letters session outcomes seal fenced flows)

.PHONY: fault
fault: all test-programs ## complaints while everything is killed 200 times, into build/fault.json
	@BUILD=$(BUILD) tests/fault/run
