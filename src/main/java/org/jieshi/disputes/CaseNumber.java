package org.jieshi.disputes;

/** The number of a case: the running number of its year, in the ASCII form of addresses and as printed. */
record CaseNumber(int year, int running) {

  String id() {
    return "D%d-%04d".formatted(year, running);
  }

  String printed() {
    return "调%d-%04d".formatted(year, running);
  }
}
