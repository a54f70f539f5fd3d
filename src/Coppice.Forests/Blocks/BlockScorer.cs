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
    private readonly Questions _questions;
    private readonly BlockTrees _trees;
    private readonly BlockKernel _kernel;
    private readonly float _baseMargin;
    private readonly int _featureCount;

    public BlockScorer(Forest forest, BlockKernel kernel)
    {
        _questions = new Questions(forest, kernel);
        _trees = new BlockTrees(forest, _questions.Conditions);
        _kernel = kernel;
        _baseMargin = forest.BaseMargin;
        _featureCount = forest.FeatureCount;
    }

    /// <summary>One margin per dense row; the lengths have been checked.</summary>
    public void Margins(ReadOnlySpan<float> rows, Span<float> margins)
    {
        byte[] rented = Rent(Questions.PanelValues);
        fixed (byte* start = rented)
        fixed (float* values = rows)
        {
            var room = Room.Of(start, Block.Rows, Questions.PanelValues);
            for (int first = 0; first < margins.Length; first += Block.Rows)
            {
                int count = Math.Min(Block.Rows, margins.Length - first);
                _questions.Ask(values + ((nint)first * _featureCount), count, room.Columns, room.Answers);
                Sum(room, margins.Slice(first, count));
            }
        }

        ArrayPool<byte>.Shared.Return(rented);
    }

    /// <summary>One margin per sparse row; what is absent is missing. Starts and features have been checked.</summary>
    public void Margins(ReadOnlySpan<int> starts, ReadOnlySpan<int> features, ReadOnlySpan<float> values, Span<float> margins)
    {
        int size = _questions.Columns.Count * Block.Rows;
        byte[] rented = Rent(size);
        fixed (byte* start = rented)
        {
            var room = Room.Of(start, Block.Rows, size);
            for (int first = 0; first < margins.Length; first += Block.Rows)
            {
                int count = Math.Min(Block.Rows, margins.Length - first);
                new Span<float>(room.Columns, size).Fill(float.NaN);
                for (int row = 0; row < count; row++)
                {
                    for (int i = starts[first + row]; i < starts[first + row + 1]; i++)
                    {
                        int column = _questions.Columns[features[i]];
                        if (column >= 0)
                            room.Columns[(column * Block.Rows) + row] = values[i];
                    }
                }

                _questions.AskColumns(room.Columns, count, room.Answers);
                Sum(room, margins.Slice(first, count));
            }
        }

        ArrayPool<byte>.Shared.Return(rented);
    }

    private void Sum(Room room, Span<float> margins)
    {
        new Span<float>(room.Sums, Block.Rows).Fill(_baseMargin);
        foreach (TreeRun run in _trees.Runs)
            _kernel.Add(_trees, run, margins.Length, room.Answers, room.Sums);
        new Span<float>(room.Sums, margins.Length).CopyTo(margins);
    }

    private byte[] Rent(int columns) => ArrayPool<byte>.Shared.Rent(Room.Bytes(Block.Rows, columns, _questions.Conditions.Count));
}
