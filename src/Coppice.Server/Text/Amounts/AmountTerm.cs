namespace Coppice.Server.Text.Amounts;

/// <summary>One figure with its multiplier and currency.</summary>
/// <param name="Number">As written.</param>
/// <param name="Times">What it is multiplied by.</param>
/// <param name="IsThousands">Whether the multiplier alone says that it is an amount; a lone m may be metres.</param>
/// <param name="Currency">Null where none is named.</param>
/// <param name="Start">First character.</param>
/// <param name="End">The character after the last.</param>
internal readonly record struct AmountTerm(double Number, double Times, bool IsThousands, string? Currency, int Start, int End)
{
    public double Value => Number * Times;
}

/// <summary>Whether a figure is a bound.</summary>
internal enum AmountBound
{
    None,
    Least,
    Most,
}
