namespace Coppice.Server.Features;

/// <summary>Where the products of one type of event lie among each other, fitted once and frozen with the version: near what the same customers take.</summary>
/// <param name="Type">The type of event.</param>
/// <param name="Products">Digests of their names.</param>
/// <param name="Places">Coordinates by product.</param>
public sealed record TastePlan(string Type, long[] Products, float[][] Places)
{
    private const string Name = "taste_";

    /// <summary>The columns of a plan.</summary>
    internal IEnumerable<string> Columns => Enumerable.Range(1, Places[0].Length).Select(factor => $"events.{Type}.{Name}{factor}");

    /// <summary>Whether a column tells a taste, whichever version's fit it came from.</summary>
    public static bool IsTaste(string column) =>
        column.StartsWith("events.", StringComparison.Ordinal) && column[(column.LastIndexOf('.') + 1)..].StartsWith(Name, StringComparison.Ordinal);

    /// <summary>Whether both place the same products in the same way.</summary>
    public bool IsSame(TastePlan other) =>
        Type == other.Type && Products.SequenceEqual(other.Products) && Places.Zip(other.Places).All(p => p.First.SequenceEqual(p.Second));
}
