# SPDX-License-Identifier: Apache-2.0
# Fuzzing of what strangers' bytes meet first, by libFuzzer (clang). FUZZ_SECONDS for each; what it finds stays in $(BUILD)/fuzz.
fuzz_targets := multipart envelope receipt form
fuzz_sources := lib/arena.c lib/buffer.c lib/text.c lib/values.c lib/body.c lib/multipart.c lib/file_type.c lib/envelope_reader.c lib/envelope.c \
	lib/receipt.c lib/form.c
fuzz_flags := -std=c11 -O1 -g -Wall -Wextra -Werror -fsanitize=fuzzer,address,undefined -fno-sanitize-recover=all
$(BUILD)/fuzz/%: tests/fuzz/%.c $(fuzz_sources) tests/fuzz/page_stub.c $(wildcard lib/*.h)
	@mkdir -p $(@D)
	clang $(fuzz_flags) $(CPPFLAGS) -o $@ $< $(fuzz_sources) tests/fuzz/page_stub.c $(LDLIBS)

.PHONY: fuzz fuzzers
fuzzers: $(patsubst %,$(BUILD)/fuzz/%,$(fuzz_targets))
fuzz: fuzzers ## strangers' bytes for FUZZ_SECONDS (20) at each place that reads them first
	@tests/fuzz/run $(BUILD)/fuzz $${FUZZ_SECONDS:-20} $(fuzz_targets)
