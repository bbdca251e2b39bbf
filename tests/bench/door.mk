# SPDX-License-Identifier: Apache-2.0
# What the disk can do: make -f Makefile -f tests/bench/door.mk build/bench/sync
$(BUILD)/bench/sync: $(BUILD)/obj/tests/bench/sync.o $(library)
	@mkdir -p $(@D)
	$(CXX) $(CXXFLAGS) $(LDFLAGS) -o $@ $^ $(LDLIBS)
