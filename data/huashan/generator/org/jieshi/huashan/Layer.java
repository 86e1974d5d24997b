package org.jieshi.huashan;

import java.util.List;
import org.locationtech.jts.geom.Geometry;

/** One shapefile: its columns and its records, geometry in local metres on whole millimetres. */
record Layer(List<Column> columns, List<Feature> features) {

  /** @param type {@code C} text in GBK, {@code N} number, {@code D} date; {@code length} in bytes */
  record Column(String name, char type, int length, int decimals) {

    static Column text(String name, int length) {
      return new Column(name, 'C', length, 0);
    }

    static Column number(String name, int length, int decimals) {
      return new Column(name, 'N', length, decimals);
    }

    static Column date(String name) {
      return new Column(name, 'D', 8, 0);
    }
  }

  /** @param values in the order of the columns: text, {@code BigDecimal}, {@code LocalDate} */
  record Feature(Geometry shape, List<Object> values) {

    static Feature of(Geometry shape, Object... values) {
      return new Feature(shape, List.of(values));
    }
  }
}
