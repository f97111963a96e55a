/**
 * What is to blame where there is no artifact. `sources`: the program, its modules or its platform, which is the same on every
 * machine. `machine`: something that this machine lacks or ran out of. `unknown`: everything else, a wrong flag among it.
 */
export type Fault = "sources" | "machine" | "unknown";
