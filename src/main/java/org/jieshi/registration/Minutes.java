package org.jieshi.registration;

import java.time.LocalDate;
import java.util.List;

/** Minutes of the bureau meeting (局务会议) that decided. */
public record Minutes(String meetingNumber, LocalDate heldOn, List<String> attendees, String decision) {
}
