package org.jieshi.conflicts;

import java.time.Instant;
import org.jieshi.geometry.OverlapClass;

/**
 * What happened to a conflict.
 *
 * @param what {@code APPEARED}, {@code CHANGED}, {@code GONE}, {@code ATTACHED}, {@code SETTLED}, {@code REOPENED}
 * @param why {@code LAND_CHANGED}, {@code SCAN} or the number of the case; the versions say why they exist themselves
 * @param status after it
 * @param area m², unrounded
 */
public record ConflictEvent(Instant at, String what, String why, int leftVersion, int rightVersion,
    ConflictStatus status, OverlapClass overlapClass, Track track, double area) {
}
