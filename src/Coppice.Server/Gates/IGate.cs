namespace Coppice.Server.Gates;

/// <summary>A rule that a challenger must pass. The built-ins are listed in <see cref="GateNames"/>.</summary>
public interface IGate
{
    string Name { get; }

    /// <summary>The documented code, such as COP-GATE-003.</summary>
    string Code { get; }

    GateVerdict Judge(JudgementFacts facts);
}
