# SPDX-License-Identifier: Apache-2.0
# Fuzzing of what strangers' bytes meet first, by libFuzzer (clang). FUZZ_SECONDS for each; what it finds stays in $(BUILD)/fuzz.
fuzz_targets := multipart envelope receipt form letter
fuzz_sources := lib/base/arena.c lib/base/buffer.c lib/base/text.c lib/base/values.c lib/web/body.c lib/web/multipart.c lib/base/file_type.c lib/seal/envelope_reader.c lib/seal/envelope.c \
	lib/seal/receipt.c lib/web/form.c lib/web/form_values.c lib/web/form_groups.c lib/base/calendar.c lib/base/clock.c lib/base/json.c clerk/core/letter_read.c workflow/letter_form.c domain/cases/letter_form.c rules/cases/letter_choices.c \
	lib/web/text_size.c lib/seal/confine.c
fuzz_flags := -std=c11 -O1 -g -Wall -Wextra -Werror
fuzz_parts := tests/fuzz/harness.c tests/fuzz/page_stub.c $(fuzz_sources)
# With sanitizers, which make calls of their own (gcc says so with this name, clang does not); and confined as the program is.
$(BUILD)/fuzz/%: tests/fuzz/%.c $(fuzz_parts) tests/fuzz/harness.h $(wildcard lib/*/*.h workflow/letter_form.h clerk/core/letter_read.h rules/cases/letter_choices.h)
	@mkdir -p $(@D)
	clang $(fuzz_flags) -fsanitize=fuzzer,address,undefined -fno-sanitize-recover=all -D__SANITIZE_ADDRESS__ $(CPPFLAGS) -o $@ $< $(fuzz_parts) $(LDLIBS)
$(BUILD)/fuzz/%-confined: tests/fuzz/%.c $(fuzz_parts) tests/fuzz/harness.h $(wildcard lib/*/*.h workflow/letter_form.h clerk/core/letter_read.h rules/cases/letter_choices.h)
	@mkdir -p $(@D)
	clang $(fuzz_flags) -fsanitize=fuzzer $(CPPFLAGS) -o $@ $< $(fuzz_parts) $(LDLIBS)

.PHONY: fuzz fuzzers
fuzzers: $(foreach target,$(fuzz_targets),$(BUILD)/fuzz/$(target) $(BUILD)/fuzz/$(target)-confined)
fuzz: fuzzers ## strangers' bytes for FUZZ_SECONDS (20) at each place that reads them first
	@tests/fuzz/run $(BUILD)/fuzz $${FUZZ_SECONDS:-20} $(fuzz_targets)
