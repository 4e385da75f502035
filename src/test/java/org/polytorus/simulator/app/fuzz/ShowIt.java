package org.polytorus.simulator.app.fuzz;
import java.time.Duration;
import org.polytorus.simulator.sim.*;
import org.polytorus.simulator.testnet.*;
import org.polytorus.simulator.model.*;
public class ShowIt {
  public static void main(String[] a) {
    var sc=RandomScenario.of(Long.parseLong(a[0]),30,Duration.ofSeconds(30)).scenario();
    System.out.println(sc.testnet().nodes().getFirst());
    sc.testnet().links().forEach(l->System.out.println(l.dialler()+"->"+l.listener()));
    sc.testnet().nodes().forEach(n->System.out.print(n.name()+":"+n.maxPeers()+" "));System.out.println();
    sc.steps().forEach(s->System.out.println(s.at()+" "+s.text()));
    String want=a[1];
    Recorder r=new Recorder(){ public void event(TestnetEvent e){ String n=e.node()+" "+e.link(); if(n.matches(".*("+want+")\\b.*")) System.out.printf("%.3f %s %s %s %s%n",(e.epochNanos()-Simulation.BEGIN_NANOS)/1e9,e.kind(),e.node(),e.link(),e.text()); }
     public void delivered(long t, LinkId l, Direction d, byte[] p){} };
    var sim=new Simulation(sc.testnet(), r, false);
    for(var s:sc.steps()){ sim.runUntil(Simulation.BEGIN_NANOS+s.at().toNanos()); for(var x:s.actions()) for(var c:x.commands(sim.snapshot())) { var res=sim.submit(c); } }
    sim.runUntil(Simulation.BEGIN_NANOS+sc.duration().toNanos());
    for(var n:sim.snapshot().nodes()) if(n.name().value().matches(want)) { System.out.println(n.name()+" "+n.state()+" h"+n.height()+" tip "+n.tip()+" orphans "+n.orphanBlocks()+" susp "+n.suspicion()); n.peers().forEach(p->System.out.println("   peer "+p.name()+" dialled "+p.dialled()+" since "+(p.connectedSinceNanos()-Simulation.BEGIN_NANOS)/1e9+" heard "+(p.lastHeardNanos()-Simulation.BEGIN_NANOS)/1e9+" best "+p.bestHeight()+" type "+p.nodeType()+" queued "+p.queued())); System.out.println("   pending "+n.pending()); System.out.println("   failed "+n.failed()); }
  }
}
