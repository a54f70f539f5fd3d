using System.Buffers;

namespace Coppice.Forests.Blocks;

/// <summary>
/// Scores 64 rows at a time: turns them into columns, asks every comparison of the forest once, and follows all rows through a tree as
/// bits of words.
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

    public BlockScorer(Forest forest, BlockKernel kernel)
    {
        _columns = new ColumnMap(forest);
        _conditions = new ConditionTable(forest, _columns);
        _trees = new BlockTrees(forest, _conditions);
        _kernel = kernel;
        _baseMargin = forest.BaseMargin;
        _featureCount = forest.FeatureCount;
    }

    /// <summary>One margin per dense row; the lengths have been checked.</summary>
    public void Margins(ReadOnlySpan<float> rows, Span<float> margins)
    {
        byte[] rented = Rent(Panel.MostGroups * ColumnMap.Together);
        fixed (byte* start = rented)
        fixed (float* values = rows)
        {
            Room room = Room.Of(start, Panel.MostGroups * ColumnMap.Together);
            for (int first = 0; first < margins.Length; first += Block.Rows)
            {
                int count = Math.Min(Block.Rows, margins.Length - first);
                float* some = values + ((nint)first * _featureCount);
                room.Answers[0] = 0;
                foreach (Panel panel in _conditions.Panels)
                {
                    _kernel.Turn(_columns.Firsts.AsSpan(panel.FirstGroup, panel.Groups), some, _featureCount, count, room.Columns);
                    _kernel.Ask(_conditions, panel, room.Columns, count, room.Answers);
                }

                Sum(room, margins.Slice(first, count));
            }
        }

        ArrayPool<byte>.Shared.Return(rented);
    }

    /// <summary>One margin per sparse row; what is absent is missing. Starts and features have been checked.</summary>
    public void Margins(ReadOnlySpan<int> starts, ReadOnlySpan<int> features, ReadOnlySpan<float> values, Span<float> margins)
    {
        byte[] rented = Rent(_columns.Count);
        fixed (byte* start = rented)
        {
            Room room = Room.Of(start, _columns.Count);
            var columns = new Span<float>(room.Columns, _columns.Count * Block.Rows);
            for (int first = 0; first < margins.Length; first += Block.Rows)
            {
                int count = Math.Min(Block.Rows, margins.Length - first);
                columns.Fill(float.NaN);
                for (int row = 0; row < count; row++)
                {
                    for (int i = starts[first + row]; i < starts[first + row + 1]; i++)
                    {
                        int column = _columns[features[i]];
                        if (column >= 0)
                            columns[(column * Block.Rows) + row] = values[i];
                    }
                }

                room.Answers[0] = 0;
                foreach (Panel panel in _conditions.Panels)
                    _kernel.Ask(_conditions, panel, room.Columns + (panel.FirstGroup * ColumnMap.Together * Block.Rows), count, room.Answers);
                Sum(room, margins.Slice(first, count));
            }
        }

        ArrayPool<byte>.Shared.Return(rented);
    }

    private void Sum(Room room, Span<float> margins)
    {
        new Span<float>(room.Sums, Block.Rows).Fill(_baseMargin);
        foreach (TreeRun run in _trees.Runs)
            _kernel.Add(_trees, run, room.Answers, room.Sums);
        new Span<float>(room.Sums, margins.Length).CopyTo(margins);
    }

    private byte[] Rent(int columns) =>
        ArrayPool<byte>.Shared.Rent(checked(Alignment + (sizeof(float) * Block.Rows * (columns + 1)) + (sizeof(ulong) * _conditions.Count)));

    /// <summary>Where things are in the buffer.</summary>
    private readonly struct Room(float* sums, float* columns, ulong* answers)
    {
        public float* Sums { get; } = sums;

        public float* Columns { get; } = columns;

        public ulong* Answers { get; } = answers;

        public static Room Of(byte* buffer, int columns)
        {
            float* sums = (float*)(((nuint)buffer + Alignment - 1) & ~(nuint)(Alignment - 1));
            return new Room(sums, sums + Block.Rows, (ulong*)(sums + (Block.Rows * (columns + 1))));
        }
    }
}
