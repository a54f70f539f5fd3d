using Coppice.Server.Features;
using Coppice.Server.Files;
using Coppice.Server.Models;

namespace Coppice.Server.Serving.Inference;

/// <summary>Brings tensors to the inputs of a version.</summary>
/// <param name="Given">The inputs given, a row per row of the tensors.</param>
/// <param name="Customers">Whom each row is about; null where the request names nobody.</param>
internal sealed record InferenceRows(InputTable Given, IReadOnlyList<string>? Customers)
{
    /// <summary>More rows are for a file: they would hold a connection and the memory of their JSON.</summary>
    public const int MostRows = 10_000;

    public static InferenceRows Of(InferenceQuestion question, LoadedVersion version)
    {
        if (question.Inputs.GroupBy(t => t.Name).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw InferenceRequestReader.Bad($"inputs: {twice.Key} is given {twice.Count()} times.");
        int rows = question.Inputs[0].Rows;
        if (question.Inputs.FirstOrDefault(t => t.Rows != rows) is { } other)
            throw InferenceRequestReader.Bad($"{other.Name}.shape: expected {rows:N0} rows as in {question.Inputs[0].Name}, found {other.Rows:N0}.");
        if (rows > MostRows)
            throw InferenceRequestReader.Bad($"inputs: expected at most {MostRows:N0} rows, found {rows:N0}; send a file to /predict.");
        var table = new InputTable(rows);
        var inputs = ModelMetadata.InputsOf(version);
        foreach (var tensor in question.Inputs.Where(t => t.Name != ModelMetadata.Customer))
        {
            if (inputs.FirstOrDefault(i => i.Name == tensor.Name) is { } input)
                SetColumn(table, tensor, input, rows);
            else if (tensor.Name == ModelMetadata.Matrix)
                SetMatrix(table, tensor, inputs, rows);
            else
                throw InferenceRequestReader.Bad(Unknown(tensor.Name, inputs));
        }

        return new InferenceRows(table, CustomersOf(question, rows));
    }

    private static void SetColumn(InputTable table, Tensor tensor, TensorMetadata input, int rows)
    {
        if (tensor.Count != rows)
            throw InferenceRequestReader.Bad($"{tensor.Name}.shape: expected [{rows}] or [{rows}, 1], found [{string.Join(", ", tensor.Shape)}].");
        if (tensor.Words is not null && input.Datatype != TensorDatatypes.Bytes)
            throw InferenceRequestReader.Bad($"{tensor.Name}.datatype: expected {input.Datatype} or another number, found {TensorDatatypes.Bytes}.");
        for (int row = 0; row < rows; row++)
        {
            if (tensor.Words is null)
                table[tensor.Name].SetNumber(row, tensor.Numbers![row]);
            else if (tensor.Words[row] is { } word)
                table[tensor.Name].SetWord(row, word);
        }
    }

    private static void SetMatrix(InputTable table, Tensor tensor, IReadOnlyList<TensorMetadata> inputs, int rows)
    {
        if (inputs.FirstOrDefault(i => i.Datatype == TensorDatatypes.Bytes) is { } word)
            throw InferenceRequestReader.Bad($"{tensor.Name}: one matrix of numbers cannot stand for {word.Name}, which is {TensorDatatypes.Bytes}; send one tensor per input.");
        if (tensor.Numbers is null || tensor.Count != (long)rows * inputs.Count)
            throw InferenceRequestReader.Bad($"{tensor.Name}.shape: expected numbers in [{rows}, {inputs.Count}], found [{string.Join(", ", tensor.Shape)}].");
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < inputs.Count; column++)
                table[inputs[column].Name].SetNumber(row, tensor.Numbers[(row * inputs.Count) + column]);
        }
    }

    private static string[]? CustomersOf(InferenceQuestion question, int rows)
    {
        if (question.Inputs.FirstOrDefault(t => t.Name == ModelMetadata.Customer) is not { } tensor)
            return null;
        if (tensor.Words is null || tensor.Count != rows)
            throw InferenceRequestReader.Bad($"{tensor.Name}: expected {TensorDatatypes.Bytes} in [{rows}] or [{rows}, 1], found [{string.Join(", ", tensor.Shape)}].");
        int missing = Array.FindIndex(tensor.Words, string.IsNullOrEmpty);
        return missing < 0 ? [.. tensor.Words.OfType<string>()] : throw InferenceRequestReader.Bad($"{tensor.Name}.data[{missing}]: expected a customer's key, found nothing.");
    }

    private static string Unknown(string name, IReadOnlyList<TensorMetadata> inputs)
    {
        string nearest = NearestWord.Of(name, inputs.Select(i => i.Name)) is { } word ? $" Did you mean {word}?" : "";
        return $"inputs: the model has no input {name}; its metadata lists {inputs.Count:N0}, one tensor each, or all in one tensor \"{ModelMetadata.Matrix}\".{nearest}";
    }
}
