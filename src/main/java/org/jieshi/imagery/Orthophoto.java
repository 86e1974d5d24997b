package org.jieshi.imagery;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/**
 * A registered picture.
 *
 * @param name as people call it
 * @param sha256 of the file, which is its name on disk
 * @param srid of the file: a plane system, or 4490
 * @param pixel size on the ground, metres; of a picture in degrees about
 * @param flownOn null where nobody knows
 * @param degrees CGCS2000
 */
public record Orthophoto(long id, String name, String sha256, int srid, int width, int height, double pixel,
    @Nullable LocalDate flownOn, String addedBy, Instant addedAt, Envelope degrees) {
}
