package org.jieshi.ogc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jieshi.audit.AuditTrail;
import org.jieshi.geometry.CoordinateSystems;
import org.jieshi.parcels.SpatialUnits;
import org.jieshi.store.Box;
import org.jieshi.store.GeometryCodec;
import org.jieshi.store.StreamedRows;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads features as they come. The caller's transaction makes several questions one snapshot. */
@Component
class FeatureQuery {

  private final NamedParameterJdbcTemplate rows;
  private final SpatialUnits units;
  private final AuditTrail trail;

  FeatureQuery(JdbcTemplate template, SpatialUnits units, AuditTrail trail) {
    this.rows = new NamedParameterJdbcTemplate(new StreamedRows(template));
    this.units = units;
    this.trail = trail;
  }

  /** How far the register has gone: every change of it has an entry in the audit log. */
  long registerVersion() {
    return trail.head().seq();
  }

  long count(Selection selection) {
    Statement statement = Statement.of(selection);
    if (selection.box() == null) {
      return single("select count(*) " + statement.from(), statement);
    }
    long inside = single("select count(*) " + statement.from() + " and " + statement.inside(), statement);
    long[] crossing = {0};
    rows.query("select " + statement.columns() + statement.from() + " and not " + statement.inside(),
        statement.parameters(), (ResultSet row) -> {
          if (meets(feature(selection.layer(), row), selection)) {
            crossing[0]++;
          }
        });
    return inside + crossing[0];
  }

  private long single(String sql, Statement statement) {
    Long number = rows.queryForObject(sql, statement.parameters(), Long.class);
    return number == null ? 0 : number;
  }

  /**
   * Up to {@code limit} features behind a key, in order of their keys.
   *
   * @return the key of the last of them, if there are more
   */
  OptionalLong forEach(Selection selection, long after, int limit, Consumer<Feature> action) {
    Statement statement = Statement.of(selection);
    Map<String, Object> parameters = new LinkedHashMap<>(statement.parameters());
    parameters.put("after", after);
    String sql = "select " + statement.columns() + ", " + statement.inside() + " as inside " + statement.from()
        + " and key > :after order by key";
    if (selection.box() == null) {
      sql += " limit :rows";
      parameters.put("rows", limit + 1);
    }
    OptionalLong next = rows.query(sql, parameters, (ResultSetExtractor<OptionalLong>) row -> {
      long last = after;
      int given = 0;
      while (row.next()) {
        Feature feature = feature(selection.layer(), row);
        if (row.getBoolean("inside") || meets(feature, selection)) {
          if (given == limit) {
            return OptionalLong.of(last);
          }
          action.accept(feature);
          last = feature.key();
          given++;
        }
      }
      return OptionalLong.empty();
    });
    return next == null ? OptionalLong.empty() : next;
  }

  Optional<Feature> find(Layer layer, @Nullable String district, String id, @Nullable TimeRange time) {
    Statement statement =
        Statement.of(new Selection(layer, district, new Condition("id = :id", Map.of("id", id)), null, time));
    return rows.query("select " + statement.columns() + statement.from(), statement.parameters(),
        (row, n) -> feature(layer, row)).stream().findFirst();
  }

  /** @param district of the person asking; null: everywhere */
  LayerExtent extent(Layer layer, @Nullable String district) {
    Statement all = Statement.of(new Selection(layer, district, new Condition("true", Map.of()), null, null));
    Set<Integer> srids =
        new HashSet<>(rows.queryForList("select distinct srid " + all.from(), all.parameters(), Integer.class));
    Envelope degrees = rows.query("select min((bounds[1])[0]) as west, min((bounds[1])[1]) as south, "
        + "max((bounds[0])[0]) as east, max((bounds[0])[1]) as north" + all.from(), all.parameters(),
        (ResultSetExtractor<Envelope>) row -> {
          row.next();
          return row.getObject("west") == null ? new Envelope() : Box.of(row).envelope();
        });
    String since = switch (layer) {
      case PARCELS, CLAIMS, EVIDENCE -> "select min(v.valid_from) from spatial_unit_version v join spatial_unit u "
          + "on u.id = v.unit_id where u.kind = '%s'".formatted(layer == Layer.PARCELS ? "PARCEL"
          : layer == Layer.CLAIMS ? "CLAIM" : "EVIDENCE");
      case CONFLICTS -> "select min(at) from conflict_event";
      case CERTIFICATES -> "select min(issued_at) from certificate";
    };
    OffsetDateTime first = rows.queryForObject(since, Map.of(), OffsetDateTime.class);
    return new LayerExtent(degrees == null ? new Envelope() : degrees, first == null ? null : first.toInstant(), srids);
  }

  private static boolean meets(Feature feature, Selection selection) {
    BoundingBox box = selection.box();
    return box == null || box.meets(feature.in(box.system()));
  }

  private Feature feature(Layer layer, ResultSet row) throws SQLException {
    List<Property> properties = layer.properties();
    @Nullable Object[] values = new Object[properties.size()];
    for (int i = 0; i < values.length; i++) {
      Property property = properties.get(i);
      values[i] = switch (property.type()) {
        case INSTANT -> {
          OffsetDateTime moment = row.getObject(property.column(), OffsetDateTime.class);
          yield moment == null ? null : moment.toInstant();
        }
        case DATE -> row.getObject(property.column(), LocalDate.class);
        default -> row.getObject(property.column());
      };
    }
    byte[] kept = row.getBytes("degrees");
    // an overlap that has moved on since is had again from the two versions, which are kept
    Geometry surveyed = kept == null ? units.sharedLand(row.getLong("_left"), row.getInt("left_version"),
        row.getLong("_right"), row.getInt("right_version")) : GeometryCodec.read(row.getBytes("boundary"));
    Geometry degrees = kept != null ? GeometryCodec.read(kept) : CoordinateSystems.transformAcceptingBallpark(surveyed,
        surveyed.getSRID(), CoordinateSystems.CGCS2000_DEGREES);
    return new Feature(row.getLong("key"), row.getString("id"), values, surveyed, degrees);
  }

  /** The parts that every question to a layer is made of. */
  private record Statement(String columns, String from, String inside, Map<String, Object> parameters) {

    static Statement of(Selection selection) {
      Layer layer = selection.layer();
      Map<String, Object> parameters = new LinkedHashMap<>(selection.fields().parameters());
      String source = layer.now();
      String columns = "key, id, cast(boundary as bytea) as boundary, cast(degrees as bytea) as degrees, "
          + layer.properties().stream().map(Property::column).distinct().collect(Collectors.joining(", "));
      if (selection.time() != null) {
        source = layer.past();
        parameters.put("since", selection.time().since());
        parameters.put("until", selection.time().until());
        columns += layer == Layer.CONFLICTS ? ", _left, _right" : "";
      }
      String from = " from (" + source + ") f where " + selection.fields().sql();
      if (selection.district() != null) {
        from += " and " + layer.inDistrict();
        parameters.put("district", selection.district());
      }
      String inside = "true";
      if (selection.box() != null) {
        from += " and " + windows("&&", "outer", selection.box().outer(), parameters);
        inside = windows("<@", "inner", selection.box().inner(), parameters);
      }
      return new Statement(columns, from, inside, parameters);
    }

    private static String windows(String operator, String name, List<Box> boxes, Map<String, Object> parameters) {
      for (int i = 0; i < boxes.size(); i++) {
        parameters.put(name + i, boxes.get(i).literal());
      }
      return boxes.isEmpty() ? "false" : IntStream.range(0, boxes.size())
          .mapToObj(i -> "bounds %s cast(:%s%d as box)".formatted(operator, name, i))
          .collect(Collectors.joining(" or ", "(", ")"));
    }
  }
}
