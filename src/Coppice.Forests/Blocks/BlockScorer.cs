using System.Buffers;

namespace Coppice.Forests.Blocks;

/// <summary>
/// Scores 64 rows at a time: turns them into columns, asks every comparison of the forest once, and follows all rows through a tree as
/// bits of words. Trees of at most <see cref="BlockTrees.MaximumDepth"/> levels.
/// </summary>
/// <remarks>
/// Why it reads and writes in bounds: rows are read at features below the feature count and at row numbers below the count; columns,
/// answers and margins are laid into one buffer by the same sizes that the tables were made with; a node is the number of a condition;
/// and the number of a leaf has as many bits as its tree has levels, whatever they are.
/// </remarks>
internal sealed unsafe class BlockScorer
{
    private const int Alignment = 64;

    private readonly ColumnMap _columns;
    private readonly ConditionTable _conditions;
    private readonly BlockTrees _trees;
    private readonly BlockKernel _kernel;
    private readonly float _baseMargin;
    private readonly int _featureCount;
    private readonly int _bytes;

    public BlockScorer(Forest forest, BlockKernel kernel)
    {
        _columns = new ColumnMap(forest);
        _conditions = new ConditionTable(forest, _columns);
        _trees = BlockTrees.Of(forest, _conditions);
        _kernel = kernel;
        _baseMargin = forest.BaseMargin;
        _featureCount = forest.FeatureCount;
        _bytes = checked(Alignment + (sizeof(float) * Block.Rows * (_columns.Count + 1)) + (sizeof(ulong) * _conditions.Count));
    }

    /// <summary>Whether every tree of a forest is shallow enough.</summary>
    public static bool Fits(Forest forest) => forest.Trees.All(tree => tree.Depth <= BlockTrees.MaximumDepth);

    /// <summary>One margin per dense row; the lengths have been checked.</summary>
    public void Margins(ReadOnlySpan<float> rows, Span<float> margins)
    {
        byte[] rented = ArrayPool<byte>.Shared.Rent(_bytes);
        fixed (byte* start = rented)
        fixed (float* values = rows)
        {
            float* sums = (float*)(((nuint)start + Alignment - 1) & ~(nuint)(Alignment - 1));
            float* columns = sums + Block.Rows;
            ulong* answers = (ulong*)(columns + (_columns.Count * Block.Rows));
            for (int first = 0; first < margins.Length; first += Block.Rows)
            {
                int count = Math.Min(Block.Rows, margins.Length - first);
                Columns.Fill(_columns, values + ((nint)first * _featureCount), _featureCount, count, columns);
                _kernel.Ask(_conditions, columns, count, answers);
                new Span<float>(sums, Block.Rows).Fill(_baseMargin);
                _kernel.Add(_trees, answers, sums);
                new Span<float>(sums, count).CopyTo(margins[first..]);
            }
        }

        ArrayPool<byte>.Shared.Return(rented);
    }
}
