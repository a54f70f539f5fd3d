using Coppice.Cli.Terminal;
using Coppice.Client;

namespace Coppice.Cli.Models;

/// <summary>Promotions past gates: those that wait for a second person, and those that happened.</summary>
internal static class ProposalLines
{
    /// <summary>What became of a proposal just now.</summary>
    public static void WriteAnswer(Screen screen, ProposalResponse proposal)
    {
        if (proposal.State == "withdrawn")
        {
            screen.Line($"{proposal.Model}  {proposal.Version} stays as it is: the promotion that {proposal.By} asked for is withdrawn");
            screen.Hint($"coppice versions {proposal.Model}");
            return;
        }

        screen.Line($"{proposal.Model}  {Waits(screen, proposal)}");
        screen.Line($"  {Past(proposal.Gates)}. The champion stays until somebody else than {proposal.By} approves.");
        screen.Hint($"coppice promote {proposal.Model} {proposal.Version} --approve", $"coppice promote {proposal.Model} {proposal.Version} --withdraw");
    }

    /// <summary>One that waits, as a list of other things shows it.</summary>
    public static void WriteWaiting(Screen screen, ProposalResponse proposal)
    {
        screen.Line($"  [yellow]?[/] {proposal.Model}: {Waits(screen, proposal)}");
        screen.Line($"    coppice promote {proposal.Model} {proposal.Version} --approve");
    }

    /// <summary>Which gates somebody let a version past, and why.</summary>
    public static string Of(OverrideResponse act) =>
        $"{Past(act.Gates)} by {act.By}{(act.ApprovedBy is { } second ? $", approved by {second}" : "")}, {Times.Day(act.At)}: {act.Reason}";

    private static string Waits(Screen screen, ProposalResponse proposal) =>
        $"{proposal.Version} waits for a second person until {Times.Day(proposal.ExpiresAt)} · asked for by {proposal.By} {Times.Moment(proposal.At, screen.Now)} · {proposal.Reason}";

    private static string Past(IReadOnlyList<string> gates) =>
        gates.Count == 0 ? "never judged, promoted" : $"past {string.Join(", ", gates.Select(gate => gate.Replace('_', ' ')))}";
}
