namespace Coppice.Forests.Blocks;

/// <summary>Columns that are filled and asked about together, few enough to stay beside the processor, and the conditions about them.</summary>
/// <param name="FirstGroup">The first of at most <see cref="MostGroups"/> groups of columns.</param>
/// <param name="Groups">How many.</param>
/// <param name="FirstCondition">The first condition, counted without the one that is never true.</param>
/// <param name="AtLeast">How many of them ask for at least the threshold; they come first.</param>
/// <param name="Below">How many ask for less.</param>
internal readonly record struct Panel(int FirstGroup, int Groups, int FirstCondition, int AtLeast, int Below)
{
    /// <summary>Sixteen values, what a row has in one cache line.</summary>
    public const int MostGroups = 4;
}
