/**
 * Branches as one block of octets, column by column, in the order in which they were given:
 *
 *     magic          4 octets   "SCBB"
 *     version        uint32     1
 *     count          uint32
 *     lengths        13 × uint32, the octets of each section that follows
 *     treeOrder      uint16, uint32 from 65,536 branches on: rows in the order of a kd-tree over longitude and latitude
 *     longitudes     int32      millionths of a degree
 *     latitudes      int32
 *     schedules      uint32     0: always open; else one more than the position in `scheduleIds`
 *     serviceSets    uint32     position in `serviceSets`
 *     capacities     uint16     0: none
 *     textLengths    3 × uint16 octets of id, name and number
 *     ids, names, numbers       UTF-8, one behind the other
 *     tables         JSON       { scheduleIds, serviceSets }
 *
 * Numbers are little-endian, as on every machine that runs this: columns are used as typed arrays without being read one by one.
 */
export const magic = 0x42_42_43_53;
export const formatVersion = 1;

export const sectionNames = [
  'treeOrder',
  'longitudes',
  'latitudes',
  'schedules',
  'serviceSets',
  'capacities',
  'idLengths',
  'nameLengths',
  'numberLengths',
  'ids',
  'names',
  'numbers',
  'tables',
] as const;
export type SectionName = (typeof sectionNames)[number];

export const headerLength = 4 * (3 + sectionNames.length);

/** Of the kd-tree: so many points are looked through one by one. Part of the format: `treeOrder` is sorted down to this size. */
export const nodeSize = 16;

export const millionths = 1_000_000;

export interface Tables {
  readonly scheduleIds: readonly string[];
  readonly serviceSets: readonly (readonly string[])[];
}
