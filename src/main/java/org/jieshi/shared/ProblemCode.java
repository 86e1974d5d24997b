package org.jieshi.shared;

/**
 * Every kind of refusal a client can meet, with its HTTP status and title. The names are the {@code code} of RFC 9457
 * problem documents: clients switch on them, so a name is never changed or given another meaning.
 */
public enum ProblemCode {

  // who is asking
  NOT_SIGNED_IN(401, "Please sign in", "请先登录"),
  CODE_NEEDED(401, "The code of your device is needed", "需要动态验证码"),
  CODE_WRONG(401, "The code is wrong", "验证码错误"),
  PASSWORD_DUE(403, "First choose a password of your own", "请先设置自己的密码"),
  SECOND_FACTOR_DUE(403, "First set up a second factor", "请先设置双因素验证"),
  FORBIDDEN(403, "Not allowed for your role", "您的角色无权进行此操作"),
  OTHER_DISTRICT(403, "Outside your district", "不在您的管辖范围内"),
  TOO_MANY_TRIES(429, "Too many tries", "尝试次数过多"),

  // what is asked
  BAD_REQUEST(400, "The request cannot be understood", "请求无法理解"),
  INVALID_FIELD(422, "A field is not acceptable", "字段内容不符合要求"),
  NOT_FOUND(404, "There is no such record", "没有该记录"),
  METHOD_NOT_ALLOWED(405, "This address does not answer that method", "该地址不支持此方法"),
  TOO_SLOW(408, "The request came too slowly", "请求传输过慢"),
  TOO_LARGE(413, "The request is too large", "请求过大"),
  UNSUPPORTED_TYPE(415, "This kind of content is not accepted", "不接受此类内容"),
  VERSION_MISSING(428, "Say which version you are changing (If-Match)", "请注明您修改的版本 (If-Match)"),
  VERSION_STALE(412, "Somebody changed it in the meantime", "该记录已被他人修改"),
  CONFLICTING_STATE(409, "Not possible in the present state", "当前状态下不能进行此操作"),
  GATE_UNMET(409, "Conditions of the procedure are not met", "办理条件尚未满足"),
  DUPLICATE(409, "It exists already", "该记录已存在"),

  // files (rules F1–F5)
  FILE_UNREADABLE(422, "The file cannot be read", "文件无法读取"),
  FILE_CUT(422, "The file is cut or damaged", "文件不完整或已损坏"),
  FILE_PART_MISSING(422, "A part of the shapefile is missing", "shapefile 缺少组成文件"),
  FILE_KIND_UNKNOWN(422, "This is not a kind of file that can be imported", "不支持导入此类文件"),
  ARCHIVE_UNSAFE(422, "The archive is not safe to unpack", "压缩包不安全，未解压"),
  CRS_UNKNOWN(422, "The coordinate system is not known", "坐标系无法确定"),
  CRS_CONFLICT(422, "Coordinates and coordinate system disagree", "坐标与坐标系不符"),
  CRS_NEEDS_PARAMETERS(422, "This datum needs local parameters", "该坐标系需要本地转换参数"),
  GEOMETRY_KIND(422, "Only polygons can be imported here", "此处只能导入面状要素"),
  ENCODING_UNKNOWN(422, "The text encoding is not known", "文字编码无法确定"),
  ROWS_BLOCKED(409, "Some records are blocked", "部分记录未通过检查"),
  IMPORT_IN_USE(409, "Later work depends on this import", "后续业务依赖该批次"),

  // land
  GEOMETRY_INVALID(422, "The boundary is not a valid polygon", "界线不是有效的多边形"),
  CERTIFICATE_OVERLAP(409, "A live certificate covers part of this land", "该宗地与有效证书重叠"),
  CALENDAR_MISSING(409, "The working-day calendar of that year is missing", "缺少该年度的工作日历"),

  // the program itself
  UNAVAILABLE(503, "The database is not reachable at the moment", "数据库暂时无法访问"),
  STORAGE_FULL(507, "The server's disk is full", "服务器磁盘空间不足"),
  INTERNAL(500, "The program failed", "程序出错");

  private final int status;
  private final Bilingual title;

  ProblemCode(int status, String en, String zh) {
    this.status = status;
    this.title = new Bilingual(en, zh);
  }

  public int status() {
    return status;
  }

  public Bilingual title() {
    return title;
  }
}
