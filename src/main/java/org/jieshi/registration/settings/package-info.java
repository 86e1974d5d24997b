/**
 * Dated settings of the procedure, for the administrator: notice periods, required documents, working-day calendars.
 *
 * <p>Invariants: a setting is added from a day that has not passed, and ended, never rewritten: the day of an application
 * decides by which it is judged. A calendar is replaced as a whole and under audit; it may lengthen a running notice and
 * never shortens one. Start with {@link org.jieshi.registration.settings.SettingsDesk}.
 */
@NullMarked
package org.jieshi.registration.settings;

import org.jspecify.annotations.NullMarked;
