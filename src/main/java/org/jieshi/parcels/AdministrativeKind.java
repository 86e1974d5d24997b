package org.jieshi.parcels;

/** Towns and villages of the county, and the farm's sub-farms, whose extent is all the land due for a title. */
public enum AdministrativeKind { TOWN, VILLAGE, SUB_FARM }
