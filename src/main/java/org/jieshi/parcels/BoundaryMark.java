package org.jieshi.parcels;

import java.math.BigDecimal;
import java.util.Map;
import org.jieshi.shared.Bilingual;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A boundary point 界址点 or boundary line 界址线 as surveyed with a parcel (domain.md §8).
 *
 * @param shape a point or a line in the plane system of the parcel, carrying its SRID
 * @param number of a point, as the surveyor gave it
 * @param place order along the boundary
 * @param follows what a line follows, in the words or the code of the file
 * @param position whether a line runs inside, in the middle or outside of it, in the words or the code of the file
 * @param length of a line, m, as stated
 * @param attributes everything else the file said, by its own column names
 */
public record BoundaryMark(Kind kind, Geometry shape, @Nullable String number, @Nullable Integer place,
    @Nullable Monument monument, @Nullable Nature nature, @Nullable String follows, @Nullable String position,
    @Nullable BigDecimal length, Map<String, String> attributes) {

  public enum Kind {
    POINT,
    LINE
  }

  /** What marks a point (JBLX, codes 1–7). */
  public enum Monument {
    NAIL("1", "钢钉"), CONCRETE("2", "水泥桩"), LIME("3", "石灰桩"), PAINT("4", "喷涂"), CERAMIC("5", "瓷标志"),
    NONE("6", "无标志"), OTHER("7", "其他");

    private final String code;
    private final String title;

    Monument(String code, String title) {
      this.code = code;
      this.title = title;
    }

    /** As files write it. */
    public String code() {
      return code;
    }

    /** By its code or its name in the dictionary; null for anything else. */
    public static @Nullable Monument of(String text) {
      for (Monument each : values()) {
        if (each.code.equals(text) || each.title.equals(text)) {
          return each;
        }
      }
      return null;
    }
  }

  /** Whether a line is settled (JXXZ). */
  public enum Nature {
    FIXED("600001", new Bilingual("fixed", "已定界")),
    UNFIXED("600002", new Bilingual("unfixed", "未定界")),
    DISPUTED("600003", new Bilingual("disputed", "争议界")),
    WORKING("600004", new Bilingual("working", "工作界")),
    OTHER("600009", new Bilingual("other", "其他"));

    private final String code;
    private final Bilingual title;

    Nature(String code, Bilingual title) {
      this.code = code;
      this.title = title;
    }

    /** As files write it. */
    public String code() {
      return code;
    }

    public Bilingual title() {
      return title;
    }

    /** By its code or its name in the dictionary; null for anything else. */
    public static @Nullable Nature of(String text) {
      for (Nature each : values()) {
        if (each.code.equals(text) || each.title.zh().equals(text)) {
          return each;
        }
      }
      return null;
    }
  }

  public BoundaryMark {
    attributes = Map.copyOf(attributes);
  }
}
