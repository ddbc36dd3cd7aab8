/** The supervisor for cookies in Slovenia (ZEKom-2, art. 225), as it names itself. */
export const AUTHORITY =
  'Informacijski pooblaščenec, Dunajska cesta 22, 1000 Ljubljana, gp.ip@ip-rs.si, 01 230 97 30'
