package org.jieshi.disputes;

/** How a time limit is counted. */
enum ClockUnit { WORKING_DAYS, DAYS, MONTHS, SET_DAY }
