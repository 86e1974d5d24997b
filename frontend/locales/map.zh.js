/** 地图、审阅台与统计。 */
export default {
  'neighbours.tab.desk': '审阅台',
  'desk.start': '逐宗审阅',
  'desk.queue': '待审重叠',
  'desk.map': '重叠与双方界线',
  'desk.count': '共 {total} 处重叠',
  'desk.place': '第 {place} / {total} 处',
  'desk.previous': '上一处',
  'desk.next': '下一处',
  'desk.open': '立案',
  'desk.opened': '已立案：',
  'desk.undo': '撤销',
  'desk.undo.hint': '案件作撤回处理并留存记录，重叠恢复为未处理。',
  'desk.undo.reason': '审阅台误立，予以撤回',
  'desk.keys': '启用快捷键 J K O C U',
  'desk.empty': '此处没有待审的重叠。',
  'conflict.accuracy.of': '{code} 的精度',
};
