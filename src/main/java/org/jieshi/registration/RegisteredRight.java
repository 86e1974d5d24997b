package org.jieshi.registration;

import java.time.LocalDate;
import java.util.Map;
import org.jieshi.registration.investigation.Holding;
import org.jieshi.registration.investigation.TitleFacts;
import org.jspecify.annotations.Nullable;

/**
 * An application as other modules see it: what is, or is to be, registered.
 *
 * @param id ASCII id, {@code A2013-0001}; {@code number} is the printed one
 * @param revision the optimistic lock of the HTTP interface
 * @param registeredOn the day of the entry in the register; null before it
 * @param holding by whom together, and how
 * @param stated map sheet and four sides of the investigation form, by the columns of a survey file (TFH, ZDSZD, …)
 * @param minutes of the bureau meeting, where it decided
 */
public record RegisteredRight(String id, String number, long unitId, String parcel, ApplicationState state,
    int revision, TitleFacts title, Holding holding, Map<String, String> stated, LocalDate appliedOn, @Nullable LocalDate registeredOn,
    @Nullable String surveyor, @Nullable String reviewer, @Nullable String approver, @Nullable Minutes minutes) {
}
