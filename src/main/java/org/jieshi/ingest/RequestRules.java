package org.jieshi.ingest;

import java.util.List;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.jieshi.shared.ProblemException;

/** What can be said of a request before its file is looked at. */
final class RequestRules {

  private static final int LONGEST_KEY = 200;
  /** Metres; a boundary known less exactly than this isn't one. */
  private static final double WORST_ACCURACY = 1_000;

  private RequestRules() {}

  static void check(ImportRequest request, List<Upload> files) {
    if (files.isEmpty()) {
      throw field("file", "There is no file; choose a zip or the files of a shapefile.", "没有文件，请选择 zip 或 Shapefile 的各个文件。");
    }
    Double accuracy = request.accuracy();
    if (accuracy != null && !(accuracy > 0 && accuracy <= WORST_ACCURACY)) {
      throw field("accuracy", "The accuracy is the RMSE of the boundary points in metres, above 0 and at most 1000.",
          "accuracy 为界址点中误差（米），须大于 0 且不超过 1000。");
    }
    if (request.basis() != null && !FieldReader.isBasis(request.basis())) {
      throw field("basis", "The basis %s isn't known.".formatted(request.basis()),
          "无法识别依据 %s。".formatted(request.basis()));
    }
    for (String name : request.mapping().keySet()) {
      if (Field.named(name).isEmpty()) {
        throw field("mapping", "The mapping names the field %s, which doesn't exist.".formatted(name),
            "字段对应中的字段 %s 不存在。".formatted(name));
      }
    }
    if (request.idempotencyKey() != null && request.idempotencyKey().length() > LONGEST_KEY) {
      throw field("Idempotency-Key", "The Idempotency-Key is longer than 200 characters.",
          "Idempotency-Key 超过 200 个字符。");
    }
  }

  static ProblemException field(String field, String en, String zh) {
    return Problem.of(ProblemCode.INVALID_FIELD, en, zh).inField(field).asException();
  }
}
