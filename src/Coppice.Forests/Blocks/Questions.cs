namespace Coppice.Forests.Blocks;

/// <summary>Everything a forest asks of rows, and how to ask it of up to 64 dense ones.</summary>
internal sealed unsafe class Questions
{
    private readonly BlockKernel _kernel;
    private readonly int _featureCount;

    public Questions(Forest forest, BlockKernel kernel)
    {
        _kernel = kernel;
        _featureCount = forest.FeatureCount;
        Columns = new ColumnMap(forest);
        Conditions = new ConditionTable(forest, Columns);
    }

    /// <summary>Values that the columns of the largest panel take up.</summary>
    public static int PanelValues => Panel.MostGroups * ColumnMap.Together * Block.Rows;

    public ColumnMap Columns { get; }

    public ConditionTable Conditions { get; }

    /// <summary>Panel by panel: a panel's columns stay in the first cache from when they are turned until they have been asked.</summary>
    /// <param name="rows">Row-major values.</param>
    /// <param name="count">Rows, at most <see cref="Block.Rows"/>.</param>
    /// <param name="columns">Room for <see cref="PanelValues"/>.</param>
    /// <param name="answers">Room for a word for each condition.</param>
    public void Ask(float* rows, int count, float* columns, ulong* answers)
    {
        answers[0] = 0;
        foreach (Panel panel in Conditions.Panels)
        {
            _kernel.Turn(Columns.Firsts.AsSpan(panel.FirstGroup, panel.Groups), rows, _featureCount, count, columns);
            _kernel.Ask(Conditions, panel, columns, count, answers);
        }
    }

    /// <summary>Asks columns that are there already, all of them one after another.</summary>
    public void AskColumns(float* columns, int count, ulong* answers)
    {
        answers[0] = 0;
        foreach (Panel panel in Conditions.Panels)
            _kernel.Ask(Conditions, panel, columns + (panel.FirstGroup * ColumnMap.Together * Block.Rows), count, answers);
    }
}
