package org.jieshi.province;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jieshi.conflicts.OverlapFigures;
import org.jieshi.conflicts.TileScan.Land;
import org.jieshi.conflicts.TileScan.Overlapping;
import org.jieshi.conflicts.rules.OverlapRule;
import org.jieshi.store.CopyRows;
import org.jieshi.store.GeometryCodec;

/** The schema {@code province}, made where it is not there. */
final class OverlapTable implements Serializable {

  private final Register target;

  OverlapTable(Register target) throws SQLException, IOException {
    this.target = target;
    try (Connection connection = target.connect(); Statement statement = connection.createStatement();
        InputStream schema = OverlapTable.class.getResourceAsStream("/province.sql")) {
      statement.execute(new String(schema.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  /** @return the scan's number */
  long begin(List<Register> sources, OverlapRule rule) throws SQLException {
    try (Connection connection = target.connect(); PreparedStatement statement = connection.prepareStatement(
        "insert into province.scan (registers, rule) values (?, ?) returning id")) {
      statement.setArray(1, connection.createArrayOf("text", sources.stream().map(Register::name).toArray()));
      statement.setString(2, rule.name());
      ResultSet row = statement.executeQuery();
      row.next();
      return row.getLong(1);
    }
  }

  /** What a tile found, in place of what another attempt at it wrote. */
  void write(long scan, int tile, List<Overlapping> found) throws SQLException {
    CopyRows rows = new CopyRows("province.overlap", "scan", "tile", "left_register", "left_unit", "left_code",
        "left_version", "right_register", "right_unit", "right_code", "right_version", "overlap_class", "track", "area",
        "mean_width", "max_width", "allowed_width", "ballpark", "left_share", "right_share", "rule_version", "overlap");
    for (Overlapping each : found) {
      OverlapFigures figures = each.figures();
      rows.row().big(scan).integer(tile);
      side(rows, each.left());
      side(rows, each.right());
      rows.text(figures.overlapClass().name()).text(figures.track().name()).real(figures.area())
          .real(figures.meanWidth()).real(figures.maxWidth()).real(figures.allowedWidth()).real(figures.ballpark())
          .real(figures.leftShare()).real(figures.rightShare()).text(figures.ruleVersion())
          .bytes(GeometryCodec.write(figures.overlap()));
    }
    try (Connection connection = target.connect()) {
      connection.setAutoCommit(false);
      try (PreparedStatement former = connection.prepareStatement("delete from province.overlap where scan = ? and tile = ?")) {
        former.setLong(1, scan);
        former.setInt(2, tile);
        former.executeUpdate();
      }
      if (!rows.isEmpty()) {
        CopyRows.copy(connection, List.of(rows));
      }
      connection.commit();
    }
  }

  private static void side(CopyRows rows, Land land) {
    rows.text(land.register()).big(land.unit().id()).text(land.unit().code()).integer(land.unit().version());
  }

  void end(long scan, long units, int tiles, long overlaps) throws SQLException {
    try (Connection connection = target.connect(); PreparedStatement statement = connection.prepareStatement(
        "update province.scan set finished_at = now(), units = ?, tiles = ?, found = ? where id = ?")) {
      statement.setLong(1, units);
      statement.setInt(2, tiles);
      statement.setLong(3, overlaps);
      statement.setLong(4, scan);
      statement.executeUpdate();
    }
  }
}
