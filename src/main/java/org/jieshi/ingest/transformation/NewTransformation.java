package org.jieshi.ingest.transformation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A set of parameters as it is entered.
 *
 * @param fromCrs {@code EPSG:2360}: of four parameters the plane system, of seven any system of the older datum
 * @param toCrs of four parameters the plane system of CGCS2000; of seven left out
 * @param dx metres; of four parameters to the east
 * @param dy metres; of four parameters to the north
 * @param dz metres, as {@code rx}, {@code ry} (seconds of arc) left out of four parameters
 * @param rz seconds of arc; of four parameters the rotation from east to north
 * @param scalePpm millionths by which lengths grow
 * @param rmse of the points it was computed from, metres
 * @param sourceDocument number or name of the document that gives the parameters
 * @param area where it holds, in words
 * @param bounds the same in CGCS2000 degrees: west, south, east, north
 */
public record NewTransformation(@NotBlank @Size(max = 200) String name, @NotNull Method method,
    @NotBlank String fromCrs, @Nullable String toCrs, @NotNull Double dx, @NotNull Double dy, @Nullable Double dz,
    @Nullable Double rx, @Nullable Double ry, @NotNull Double rz, @NotNull Double scalePpm, @NotNull Double rmse,
    @NotBlank @Size(max = 400) String sourceDocument, @NotBlank @Size(max = 400) String area,
    @NotNull @Size(min = 4, max = 4) List<Double> bounds, @NotNull LocalDate validFrom) {}
