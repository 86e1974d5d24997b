/** The map, the review desk and the figures. */
export default {
  'neighbours.tab.desk': 'Review desk',
  'desk.start': 'Go through them one by one',
  'desk.queue': 'Overlaps to review',
  'desk.map': 'The overlap and both boundaries',
  'desk.count': '{total} overlaps',
  'desk.place': '{place} of {total}',
  'desk.previous': 'Previous',
  'desk.next': 'Next',
  'desk.open': 'Open a case',
  'desk.opened': 'Case opened:',
  'desk.undo': 'Undo',
  'desk.undo.hint': 'The case is withdrawn and stays on record; the overlap is open again.',
  'desk.undo.reason': 'Opened by mistake at the review desk',
  'desk.keys': 'Single keys J K O C U',
  'desk.empty': 'Nothing waits for review here.',
  'conflict.accuracy.of': 'Accuracy of {code}',
};
