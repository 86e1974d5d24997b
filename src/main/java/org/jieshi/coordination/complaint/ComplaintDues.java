package org.jieshi.coordination.complaint;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jieshi.coordination.complaint.Complaint.Status;
import org.jieshi.coordination.due.DueSource;
import org.jieshi.coordination.due.OpenItem;
import org.jieshi.coordination.due.Stage;
import org.jieshi.coordination.due.WorkKind;
import org.jieshi.shared.Bilingual;
import org.springframework.stereotype.Component;

/** Complaints that have no result yet, with the days for the answer and for the result. */
@Component
class ComplaintDues implements DueSource {

  private final ComplaintStore store;

  ComplaintDues(ComplaintStore store) {
    this.store = store;
  }

  @Override
  public List<WorkKind> kinds() {
    return List.of(WorkKind.COMPLAINT);
  }

  @Override
  public List<OpenItem> open(LocalDate today) {
    return store.open().stream().map(complaint -> {
      List<OpenItem.Deadline> deadlines = new ArrayList<>();
      if (complaint.answerBy() != null && complaint.answer() == null && complaint.status() == Status.WITH_RESPONDENT) {
        deadlines.add(new OpenItem.Deadline("ANSWER", new Bilingual("the respondent's answer", "被投诉方答辩"),
            complaint.answerBy()));
      }
      deadlines.add(new OpenItem.Deadline("RESULT", new Bilingual("written result", "书面处理结果"), complaint.resultBy()));
      return new OpenItem(WorkKind.COMPLAINT, complaint.id(), complaint.number(),
          complaint.complainant() + " → " + complaint.respondent(), stage(complaint), title(complaint.status()),
          complaint.copiedOn() == null ? complaint.receivedOn() : complaint.copiedOn(),
          complaint.members().stream().map(Complaint.Person::username).toList(), null, null,
          "#/coordination/complaints/" + complaint.id(), deadlines);
    }).toList();
  }

  private static Stage stage(Complaint complaint) {
    return switch (complaint.status()) {
      case RECEIVED -> Stage.NEW;
      case WITH_RESPONDENT -> complaint.answer() == null ? Stage.WAITING : Stage.HANDLING;
      case HEARING -> Stage.DECIDING;
      case DECIDED, WITHDRAWN -> Stage.FOLLOW_UP;
    };
  }

  private static Bilingual title(Status status) {
    return switch (status) {
      case RECEIVED -> new Bilingual("received", "已收到");
      case WITH_RESPONDENT -> new Bilingual("with the respondent", "待答辩");
      case HEARING -> new Bilingual("both sides are heard", "听取意见");
      case DECIDED -> new Bilingual("decided", "已作出结果");
      case WITHDRAWN -> new Bilingual("withdrawn", "已撤回");
    };
  }
}
