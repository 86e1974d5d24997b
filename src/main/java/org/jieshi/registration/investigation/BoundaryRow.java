package org.jieshi.registration.investigation;

import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A row of the boundary table 界址标示表 as the surveyor states it.
 *
 * @param distance to the next point, m; the last of a ring closes on its first
 * @param line what the boundary line to the next point follows
 */
public record BoundaryRow(@NotBlank @Size(max = 12) String number, @NotNull Monument monument,
    @NotNull @DecimalMin("0") BigDecimal distance, @NotNull Line line, @NotNull Position position,
    @Nullable @Size(max = 400) String note) {

  /** What marks the point (JBLX). */
  public enum Monument {
    NAIL("钢钉"), CONCRETE("水泥桩"), LIME("石灰桩"), PAINT("喷涂"), CERAMIC("瓷标志"), NONE("无标志"), OTHER("其他");

    private final String title;

    Monument(String title) {
      this.title = title;
    }

    public String title() {
      return title;
    }
  }

  /** What the line follows (JZXLB). */
  public enum Line {
    POINTS("两点连线"), ROAD("道路"), DITCH("沟渠"), WALL("围墙"), FENCE("围栏"), RIDGE("田埂"), OTHER("其他");

    private final String title;

    Line(String title) {
      this.title = title;
    }

    public String title() {
      return title;
    }
  }

  /** Where the line runs against what it follows (JZXWZ). */
  public enum Position {
    INSIDE("内"), MIDDLE("中"), OUTSIDE("外");

    private final String title;

    Position(String title) {
      this.title = title;
    }

    public String title() {
      return title;
    }
  }
}
