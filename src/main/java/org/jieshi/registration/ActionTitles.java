package org.jieshi.registration;

import java.util.Map;
import java.util.Objects;

/** The steps in Chinese, as they are printed. */
final class ActionTitles {

  private static final Map<String, String> PRINTED = Map.ofEntries(
      Map.entry("apply", "申请"), Map.entry("record-survey", "登记权属调查"), Map.entry("publish-notice", "发布公示"),
      Map.entry("review", "权属审核"), Map.entry("approve", "局领导审批"), Map.entry("decide-in-meeting", "局务会议决定"),
      Map.entry("consult", "征求部门意见"), Map.entry("register", "登簿"), Map.entry("certify", "颁发证书"),
      Map.entry("suspend", "中止"), Map.entry("resume", "恢复办理"), Map.entry("reject", "不予登记"),
      Map.entry("withdraw", "撤回"), Map.entry("settle-fees", "登记缴费"), Map.entry("exempt-fees", "免收费用"),
      Map.entry("decide-land-use", "确定登记用途"),
      Map.entry("refund-fees", "退费"),
      Map.entry("point-boundary", "指界"),
      Map.entry("fill-form", "填写地籍调查表"), Map.entry("propose-override", "提出例外审批"), Map.entry("confirm-override", "确认例外审批"),
      Map.entry("end-override", "终止例外审批"));

  private ActionTitles() {
  }

  static String of(String action) {
    return Objects.requireNonNullElse(PRINTED.get(action), action);
  }
}
