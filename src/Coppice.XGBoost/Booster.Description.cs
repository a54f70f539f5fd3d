using System.Runtime.InteropServices;
using Coppice.XGBoost.Native;

namespace Coppice.XGBoost;

/// <content>What a model carries beside its trees, and its saved form.</content>
public sealed partial class Booster
{
    /// <summary>The names the model was trained with, or empty when its rows had none.</summary>
    public IReadOnlyList<string> FeatureNames => _featureNames ??= ReadFeatureNames();

    /// <summary>The names of all attributes, in ordinal order.</summary>
    public IReadOnlyList<string> AttributeNames
    {
        get
        {
            NativeCall.Check(NativeMethods.XGBoosterGetAttrNames(_handle, out ulong count, out nint names));
            string[] copies = NativeCall.CopyStrings(names, count);
            Array.Sort(copies, StringComparer.Ordinal);
            return copies;
        }
    }

    /// <summary>A text saved with the model, or null when there is none of that name.</summary>
    public string? GetAttribute(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        NativeCall.Check(NativeMethods.XGBoosterGetAttr(_handle, name, out nint value, out int found));
        return found == 0 ? null : Marshal.PtrToStringUTF8(value);
    }

    /// <summary>Saves a text with the model; null removes it.</summary>
    public void SetAttribute(string name, string? value)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        NativeCall.Check(NativeMethods.XGBoosterSetAttr(_handle, name, value));
    }

    /// <summary>The model as bytes; the same model gives the same bytes.</summary>
    public unsafe byte[] Save(ModelFormat format)
    {
        string configuration = format switch
        {
            ModelFormat.Json => """{"format":"json"}""",
            ModelFormat.Ubjson => """{"format":"ubj"}""",
            _ => throw new ArgumentOutOfRangeException(nameof(format), format, "Json or Ubjson was expected."),
        };
        NativeCall.Check(NativeMethods.XGBoosterSaveModelToBuffer(_handle, configuration, out ulong length, out nint model));
        return new ReadOnlySpan<byte>((void*)model, checked((int)length)).ToArray();
    }

    private string[] ReadFeatureNames()
    {
        NativeCall.Check(NativeMethods.XGBoosterGetStrFeatureInfo(_handle, "feature_name", out ulong count, out nint names));
        return NativeCall.CopyStrings(names, count);
    }

    // The library compares neither: it would read a matrix of other columns as if they were the model's.
    private void RequireSameFeatures(TrainingMatrix matrix)
    {
        int expected = FeatureCount;
        if (expected != 0 && expected != matrix.Columns)
        {
            throw new ArgumentException($"A matrix of {expected} columns was expected, as the model has, but it has {matrix.Columns}.", nameof(matrix));
        }

        IReadOnlyList<string> names = FeatureNames;
        if (ReferenceEquals(names, matrix.FeatureNames) || names.Count == 0 || matrix.FeatureNames.Count == 0)
        {
            return;
        }

        for (int column = 0; column < names.Count; column++)
        {
            if (names[column] != matrix.FeatureNames[column])
            {
                throw new ArgumentException(
                    $"The model's features were expected, but column {column} is \"{matrix.FeatureNames[column]}\" instead of \"{names[column]}\".", nameof(matrix));
            }
        }
    }

    private void AdoptFeatureNames(TrainingMatrix matrix)
    {
        if (FeatureNames.Count == 0 && matrix.FeatureNames.Count > 0)
        {
            NativeCall.Check(NativeMethods.XGBoosterSetStrFeatureInfo(_handle, "feature_name", [.. matrix.FeatureNames], (ulong)matrix.FeatureNames.Count));
            _featureNames = matrix.FeatureNames;
        }
    }
}
