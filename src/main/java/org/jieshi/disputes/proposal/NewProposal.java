package org.jieshi.disputes.proposal;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A proposal as it is drawn or entered.
 *
 * @param party whose proposal; null: of the handlers
 * @param crs of the coordinates: {@code EPSG:4490} (degrees, lon lat) if left out, or a plane system of the register
 * @param line of a boundary line: GeoJSON LineString or WKT
 * @param to of a boundary line: code of the unit that each piece falls to, in the order of the pieces; null for where
 *     it falls naturally
 * @param swaps of an exchange: pieces of land that go from one unit to another
 * @param dropSlivers the parties give up leftover pieces that rule G6 calls slivers
 * @param drawn on the map, not entered from a file or a list
 */
record NewProposal(@NotBlank @Size(max = 200) String title, @Nullable @Size(max = 200) String party,
    @Nullable String crs, @Nullable JsonNode line, @Nullable @Size(max = 1000) List<@Nullable String> to,
    @Nullable @Size(max = 50) List<@Valid @NotNull Swap> swaps, @Nullable @PositiveOrZero BigDecimal compensation,
    @Nullable @Size(max = 200) String payer, @Nullable Boolean dropSlivers, @Nullable Boolean drawn,
    @Nullable @Size(max = 4000) String note) {

  /** @param from code of the unit that gives; @param land GeoJSON Polygon or WKT; null: all that both sides cover */
  record Swap(@NotBlank String from, @NotBlank String to, @Nullable JsonNode land) {
  }
}
