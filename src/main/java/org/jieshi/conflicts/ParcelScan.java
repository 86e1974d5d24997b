package org.jieshi.conflicts;

/**
 * What comparing one parcel with everything changed.
 *
 * @param version of the parcel that was compared
 * @param appeared new conflicts, or ones that came back
 */
public record ParcelScan(String parcel, int version, int appeared, int changed, int gone) {
}
