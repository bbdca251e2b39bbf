# SPDX-License-Identifier: Apache-2.0
# The bench's writer of publications: make -f Makefile -f tests/bench/follow.mk build/bench/follow
$(BUILD)/bench/follow: $(BUILD)/obj/tests/bench/follow.o $(call objects,$(registry_engine)) $(library) $(BUILD)/libpacks.a
	@mkdir -p $(@D)
	$(CXX) $(CXXFLAGS) $(LDFLAGS) -o $@ $^ $(LDLIBS)
