/**
 * What is to blame where there is no artifact. `sources`: the program, its modules or its platform, which is the same on every
 * machine. `settings`: flags and strategies that cannot be built with. `machine`: something that this machine lacks or ran out of.
 * `unknown`: everything else, which may be the machine.
 */
export type Fault = "sources" | "settings" | "machine" | "unknown";
