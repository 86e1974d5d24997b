package org.jieshi.conflicts;

import java.math.BigDecimal;
import java.util.List;
import org.jieshi.conflicts.ConflictView.SideView;
import org.jieshi.shared.AreaUnits;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * The faces of a window over HTTP. Areas m², 2 decimals, sums of rounded figures.
 *
 * @param netArea contested land, every square metre once
 * @param pairArea the same land as often as two of its claimants make a pair: what adding conflicts up would give
 */
record FaceList(List<FaceView> items, int total, int page, int size, BigDecimal netArea, BigDecimal pairArea) {

  /** @param claimants who covers it, by the number of the unit; {@code coveredBy} names the units alone */
  record FaceView(BigDecimal area, BigDecimal areaHm2, BigDecimal meanWidth, boolean contested, List<SideView> coveredBy,
      List<ClaimantView> claimants, Geometry geometry) {

    static FaceView of(Face face) {
      BigDecimal area = AreaUnits.squareMetres(face.area());
      return new FaceView(area, AreaUnits.hectares(area), ConflictView.decimals(face.meanWidth(), 4), face.contested(),
          face.coveredBy().stream().map(SideView::of).toList(), face.claimants().stream().map(claimant ->
              new ClaimantView(SideView.of(claimant.unit()), claimant.party(), claimant.document())).toList(),
          face.degrees());
    }
  }

  record ClaimantView(SideView unit, @Nullable String party, @Nullable String document) {
  }

  static FaceList of(List<Face> faces) {
    BigDecimal net = BigDecimal.ZERO.setScale(2);
    BigDecimal pairs = BigDecimal.ZERO.setScale(2);
    for (Face face : faces) {
      BigDecimal area = AreaUnits.squareMetres(face.area());
      net = face.contested() ? net.add(area) : net;
      pairs = pairs.add(area.multiply(BigDecimal.valueOf(face.pairs())));
    }
    return new FaceList(faces.stream().map(FaceView::of).toList(), faces.size(), 0, faces.size(), net, pairs);
  }
}
