namespace Coppice.Server.Gates;

/// <summary>A named person takes responsibility for letting a challenger past one gate.</summary>
public sealed record GateOverride
{
    public GateOverride(string gate, string person, string reason)
    {
        if (!GateNames.All.Contains(gate, StringComparer.Ordinal))
            throw new ArgumentException($"Expected one of the gates {string.Join(", ", GateNames.All)}; found \"{gate}\".", nameof(gate));
        if (string.IsNullOrWhiteSpace(person))
            throw new ArgumentException("An override names the person who answers for it.", nameof(person));
        if (string.IsNullOrWhiteSpace(reason))
            throw new ArgumentException("An override gives a reason.", nameof(reason));
        Gate = gate;
        Person = person;
        Reason = reason;
    }

    public string Gate { get; }

    public string Person { get; }

    public string Reason { get; }
}
