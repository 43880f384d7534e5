"""Made by `isnshell catalog build` from the facts of v2025 and the commands' sources. Not edited by hand."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from enum import Enum
from inspect import Signature
from os import PathLike
from pathlib import Path
from typing import IO, Any, Literal, TypedDict, overload
from uuid import UUID

from attrs import AttrsInstance
from typing_extensions import Unpack

from isnshell.commands.by_name import ByName
from isnshell.commands.cmdlet import Cmdlet
from isnshell.pipeline.stage import Stage
from isnshell.pipeline.stream import Stream
from isnshell.records import Record
from isnshell.tenant.session import Session
from collections.abc import Callable
from concurrent.futures import Executor
from isnshell.pipeline.stage import Sink

COMMANDS: dict[str, str]
ALIASES: dict[str, str]

_Text = str | float | date | UUID | Enum | PathLike[str]
_Id = _Text | Mapping[str, Any] | ByName
_Moment = str | date
_Body = Mapping[str, Any] | AttrsInstance | str
_Bodies = Iterable[_Body] | _Body
_File = str | PathLike[str] | bytes | IO[bytes]

class _Command(Cmdlet):
    @property
    def changes(self) -> bool: ...
    @property
    def __signature__(self) -> Signature: ...
    def run(self, arguments: tuple[Any, ...], keywords: dict[str, Any]) -> Any: ...
    def missing(self, arguments: tuple[Any, ...], keywords: dict[str, Any]) -> list[str]: ...
    def from_pipe(
        self, record: Any, keywords: Mapping[str, Any], arguments: tuple[Any, ...] = ...
    ) -> dict[str, Any]: ...

class _Common(TypedDict, total=False):
    session: Session | None
    what_if: bool
    confirm: bool | None
    verbose: bool
    debug: bool
    error_action: str
    error_variable: list[Any] | str
    warning_action: str
    out_variable: list[Any] | str
    input_object: Any

class _Options(_Common, total=False):
    skip_validation: bool
    with_http_info: bool
    cross_tenant: bool
    page_size: int

class _File_options(_Options, total=False):
    out_file: str | PathLike[str] | None
    force: bool

class _add_access_request_recommendations_ignored_item(_Command):
    def __call__(self, access_request_recommendation_action_item_dto: _Body = ..., *, identity_id: _Text = ..., access: _Body = ..., **_options: Unpack[_Options]) -> Record: ...

add_access_request_recommendations_ignored_item: _add_access_request_recommendations_ignored_item

class _add_access_request_recommendations_requested_item(_Command):
    def __call__(self, access_request_recommendation_action_item_dto: _Body = ..., *, identity_id: _Text = ..., access: _Body = ..., **_options: Unpack[_Options]) -> Record: ...

add_access_request_recommendations_requested_item: _add_access_request_recommendations_requested_item

class _add_access_request_recommendations_viewed_item(_Command):
    def __call__(self, access_request_recommendation_action_item_dto: _Body = ..., *, identity_id: _Text = ..., access: _Body = ..., **_options: Unpack[_Options]) -> Record: ...

add_access_request_recommendations_viewed_item: _add_access_request_recommendations_viewed_item

class _add_access_request_recommendations_viewed_items(_Command):
    def __call__(self, access_request_recommendation_action_item_dto: _Bodies, **_options: Unpack[_Options]) -> list[Record]: ...

add_access_request_recommendations_viewed_items: _add_access_request_recommendations_viewed_items

class _add_content(_Command):
    def __call__(self, path: Any, value: Any = ..., *, encoding: str | None = ..., force: bool = ..., no_newline: bool = ..., as_byte_stream: bool = ..., pass_thru: bool = ..., **_options: Unpack[_Common]) -> Any: ...

add_content: _add_content

class _approve_access_request(_Command):
    @overload
    def __call__(self, approval_id: _Id, comment_dto: _Body = ..., *, comment: _Text | None = ..., created: _Moment = ..., author: _Body = ..., **_options: Unpack[_Options]) -> Any: ...
    @overload
    def __call__(self, *, comment_dto: _Body = ..., comment: _Text | None = ..., created: _Moment = ..., author: _Body = ..., **_options: Unpack[_Options]) -> Stage: ...

approve_access_request: _approve_access_request

class _approve_approval(_Command):
    @overload
    def __call__(self, id: _Id, approval_approve_request: _Body = ..., *, additional_attributes: Mapping[str, Any] = ..., comment: _Text = ..., override_approver_id: _Text = ..., **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, approval_approve_request: _Body = ..., additional_attributes: Mapping[str, Any] = ..., comment: _Text = ..., override_approver_id: _Text = ..., **_options: Unpack[_Options]) -> Stage: ...

approve_approval: _approve_approval

class _approve_approval_in_bulk(_Command):
    def __call__(self, bulk_approve_request_dto: _Body = ..., *, approval_ids: Sequence[_Text] = ..., comment: _Text = ..., additional_attributes: Mapping[str, Any] = ..., **_options: Unpack[_Options]) -> Any: ...

approve_approval_in_bulk: _approve_approval_in_bulk

class _approve_approval_item(_Command):
    @overload
    def __call__(self, id: _Id, approval_item_id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, id: _Id = ..., **_options: Unpack[_Options]) -> Stage: ...

approve_approval_item: _approve_approval_item

class _approve_approval_items_in_bulk(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

approve_approval_items_in_bulk: _approve_approval_items_in_bulk

class _approve_bulk_access_request(_Command):
    def __call__(self, bulk_approve_access_request: _Body = ..., *, approval_ids: Sequence[_Text] = ..., comment: _Text = ..., **_options: Unpack[_Options]) -> Any: ...

approve_bulk_access_request: _approve_bulk_access_request

class _approve_non_employee_request(_Command):
    @overload
    def __call__(self, id: _Id, non_employee_approval_decision: _Body = ..., *, comment: _Text = ..., **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, non_employee_approval_decision: _Body = ..., comment: _Text = ..., **_options: Unpack[_Options]) -> Stage: ...

approve_non_employee_request: _approve_non_employee_request

class _by_name(_Command):
    def __call__(self, name: str, **_options: Unpack[_Common]) -> ByName: ...

by_name: _by_name

class _clear_pending_task(_Command):
    def __call__(self, id: Any = ..., *, completion_status: str = ..., older_than: Any = ..., cross_tenant: bool = ..., **_options: Unpack[_Common]) -> Any: ...

clear_pending_task: _clear_pending_task

class _close_access_request(_Command):
    def __call__(self, close_access_request: _Body = ..., *, access_request_ids: Sequence[_Text] = ..., message: _Text = ..., execution_status: Literal["Terminated", "Completed"] = ..., completion_status: Literal["Success", "Incomplete", "Failure"] = ..., **_options: Unpack[_Options]) -> Any: ...

close_access_request: _close_access_request

class _compare_identity_snapshots(_Command):
    @overload
    def __call__(self, id: _Id, snapshot1: _Text | None = ..., snapshot2: _Text | None = ..., access_item_types: Sequence[_Text] | _Text | None = ..., limit: int | None = ..., offset: int | None = ..., count: bool | None = ..., **_options: Unpack[_Options]) -> Stream: ...
    @overload
    def __call__(self, *, snapshot1: _Text | None = ..., snapshot2: _Text | None = ..., access_item_types: Sequence[_Text] | _Text | None = ..., limit: int | None = ..., offset: int | None = ..., count: bool | None = ..., **_options: Unpack[_Options]) -> Stage: ...

compare_identity_snapshots: _compare_identity_snapshots

class _compare_identity_snapshots_access_type(_Command):
    @overload
    def __call__(self, id: _Id, access_type: Literal["accessProfile", "account", "app", "entitlement", "role"], access_associated: bool | None = ..., snapshot1: _Text | None = ..., snapshot2: _Text | None = ..., limit: int | None = ..., offset: int | None = ..., count: bool | None = ..., **_options: Unpack[_Options]) -> Stream: ...
    @overload
    def __call__(self, *, access_associated: bool | None = ..., snapshot1: _Text | None = ..., snapshot2: _Text | None = ..., limit: int | None = ..., offset: int | None = ..., count: bool | None = ..., id: _Id = ..., **_options: Unpack[_Options]) -> Stage: ...

compare_identity_snapshots_access_type: _compare_identity_snapshots_access_type

class _compare_object(_Command):
    def __call__(self, reference_object: Any, difference_object: Any = ..., property: Any = ..., *, include_equal: bool = ..., exclude_different: bool = ..., pass_thru: bool = ..., case_sensitive: bool = ..., sync_window: int | None = ..., culture: str | None = ..., **_options: Unpack[_Common]) -> Any: ...

compare_object: _compare_object

class _compare_record(_Command):
    def __call__(self, left: Any, right: Any = ..., *, key: str = ..., ignore: str | Sequence[str] = ..., **_options: Unpack[_Common]) -> Any: ...

compare_record: _compare_record

class _complete_campaign(_Command):
    @overload
    def __call__(self, id: _Id, campaign_complete_options: _Body = ..., *, auto_complete_action: Literal["APPROVE", "REVOKE"] = ..., **_options: Unpack[_Options]) -> Any: ...
    @overload
    def __call__(self, *, campaign_complete_options: _Body = ..., auto_complete_action: Literal["APPROVE", "REVOKE"] = ..., **_options: Unpack[_Options]) -> Stage: ...

complete_campaign: _complete_campaign

class _complete_trigger_invocation(_Command):
    @overload
    def __call__(self, id: _Id, complete_invocation: _Body = ..., *, secret: _Text = ..., var_error: _Text = ..., output: Mapping[str, Any] = ..., **_options: Unpack[_Options]) -> None: ...
    @overload
    def __call__(self, *, complete_invocation: _Body = ..., secret: _Text = ..., var_error: _Text = ..., output: Mapping[str, Any] = ..., **_options: Unpack[_Options]) -> Stage: ...

complete_trigger_invocation: _complete_trigger_invocation

class _complete_work_item(_Command):
    @overload
    def __call__(self, id: _Id, body: _Body = ..., **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, body: _Body = ..., **_options: Unpack[_Options]) -> Stage: ...

complete_work_item: _complete_work_item

class _connect_profile(_Command):
    def __call__(self, name: str | None = ..., *, read_only: bool = ..., yes: bool = ..., api_version: str | None = ..., strict: bool = ..., **_options: Unpack[_Common]) -> Session: ...

connect_profile: _connect_profile

class _connect_tenant(_Command):
    def __call__(self, tenant: str, *, client_id: str | None = ..., client_secret: str | None = ..., auth: str | None = ..., **_options: Unpack[_Common]) -> Session: ...

connect_tenant: _connect_tenant

class _convert_from_csv(_Command):
    def __call__(self, value: Any = ..., delimiter: str | None = ..., *, header: Sequence[str] | str | None = ..., use_culture: bool = ..., **_options: Unpack[_Common]) -> Any: ...

convert_from_csv: _convert_from_csv

class _convert_from_json(_Command):
    def __call__(self, value: Any = ..., *, as_hashtable: bool = ..., date_kind: str = ..., depth: int = ..., no_enumerate: bool = ..., **_options: Unpack[_Common]) -> Any: ...

convert_from_json: _convert_from_json

class _convert_to_csv(_Command):
    def __call__(self, value: Any = ..., delimiter: str | None = ..., *, property: Any = ..., use_culture: bool = ..., use_quotes: str = ..., quote_fields: Sequence[str] | str | None = ..., no_header: bool = ..., no_type_information: bool = ..., safe: bool = ..., **_options: Unpack[_Common]) -> Any: ...

convert_to_csv: _convert_to_csv

class _convert_to_html(_Command):
    def __call__(self, *property: Any, title: str = ..., as_: str = ..., head: str | Sequence[str] = ..., body: str | Sequence[str] = ..., pre_content: str | Sequence[str] = ..., post_content: str | Sequence[str] = ..., fragment: bool = ..., css_uri: str = ..., meta: Mapping[str, str] | None = ..., charset: str = ..., **calculated: Any) -> Stage: ...

convert_to_html: _convert_to_html

class _convert_to_json(_Command):
    def __call__(self, value: Any = ..., *, depth: int | None = ..., compress: bool = ..., as_array: bool = ..., enums_as_strings: bool = ..., escape_handling: str = ..., **_options: Unpack[_Common]) -> Any: ...

convert_to_json: _convert_to_json

class _deny_access_request(_Command):
    @overload
    def __call__(self, approval_id: _Id, comment_dto: _Body = ..., *, comment: _Text | None = ..., created: _Moment = ..., author: _Body = ..., **_options: Unpack[_Options]) -> Any: ...
    @overload
    def __call__(self, *, comment_dto: _Body = ..., comment: _Text | None = ..., created: _Moment = ..., author: _Body = ..., **_options: Unpack[_Options]) -> Stage: ...

deny_access_request: _deny_access_request

class _deny_approval(_Command):
    @overload
    def __call__(self, id: _Id, approval_reject_request: _Body = ..., *, comment: _Text = ..., override_approver_id: _Text = ..., **_options: Unpack[_Options]) -> None: ...
    @overload
    def __call__(self, *, approval_reject_request: _Body = ..., comment: _Text = ..., override_approver_id: _Text = ..., **_options: Unpack[_Options]) -> Stage: ...

deny_approval: _deny_approval

class _deny_approval_in_bulk(_Command):
    def __call__(self, bulk_reject_request_dto: _Body = ..., *, approval_ids: Sequence[_Text] = ..., comment: _Text = ..., **_options: Unpack[_Options]) -> Any: ...

deny_approval_in_bulk: _deny_approval_in_bulk

class _deny_approval_item(_Command):
    @overload
    def __call__(self, id: _Id, approval_item_id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, id: _Id = ..., **_options: Unpack[_Options]) -> Stage: ...

deny_approval_item: _deny_approval_item

class _deny_approval_items_in_bulk(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

deny_approval_items_in_bulk: _deny_approval_items_in_bulk

class _deny_non_employee_request(_Command):
    @overload
    def __call__(self, id: _Id, non_employee_reject_approval_decision: _Body = ..., *, comment: _Text = ..., **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, non_employee_reject_approval_decision: _Body = ..., comment: _Text = ..., **_options: Unpack[_Options]) -> Stage: ...

deny_non_employee_request: _deny_non_employee_request

class _disable_account(_Command):
    @overload
    def __call__(self, id: _Id, account_toggle_request: _Body = ..., *, external_verification_id: _Text = ..., force_provisioning: bool = ..., **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, account_toggle_request: _Body = ..., external_verification_id: _Text = ..., force_provisioning: bool = ..., **_options: Unpack[_Options]) -> Stage: ...

disable_account: _disable_account

class _disable_account_for_identity(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> Any: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

disable_account_for_identity: _disable_account_for_identity

class _disable_accounts_for_identities(_Command):
    def __call__(self, identities_accounts_bulk_request: _Body = ..., *, identity_ids: Sequence[_Text] = ..., **_options: Unpack[_Options]) -> list[Record]: ...

disable_accounts_for_identities: _disable_accounts_for_identities

class _enable_account(_Command):
    @overload
    def __call__(self, id: _Id, account_toggle_request: _Body = ..., *, external_verification_id: _Text = ..., force_provisioning: bool = ..., **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, account_toggle_request: _Body = ..., external_verification_id: _Text = ..., force_provisioning: bool = ..., **_options: Unpack[_Options]) -> Stage: ...

enable_account: _enable_account

class _enable_account_for_identity(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> Any: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

enable_account_for_identity: _enable_account_for_identity

class _enable_accounts_for_identities(_Command):
    def __call__(self, identities_accounts_bulk_request: _Body = ..., *, identity_ids: Sequence[_Text] = ..., **_options: Unpack[_Options]) -> list[Record]: ...

enable_accounts_for_identities: _enable_accounts_for_identities

class _export_csv(_Command):
    def __call__(self, path: Any, delimiter: str | None = ..., *, property: Any = ..., append: bool = ..., force: bool = ..., no_clobber: bool = ..., encoding: str | None = ..., use_culture: bool = ..., use_quotes: str = ..., quote_fields: Sequence[str] | str | None = ..., no_header: bool = ..., no_type_information: bool = ..., safe: bool = ..., **_options: Unpack[_Common]) -> Stage: ...

export_csv: _export_csv

class _export_excel(_Command):
    def __call__(self, path: Any, *, property: Any = ..., worksheet_name: str = ..., force: bool = ..., no_clobber: bool = ..., **_options: Unpack[_Common]) -> Stage: ...

export_excel: _export_excel

class _export_form_definitions_by_tenant(_Command):
    def __call__(self, offset: int | None = ..., limit: int | None = ..., filters: str | Mapping[str, Any] | None = ..., sorters: str | Sequence[str] | None = ..., **_options: Unpack[_Options]) -> Stream: ...

export_form_definitions_by_tenant: _export_form_definitions_by_tenant

class _export_identity_profiles(_Command):
    def __call__(self, limit: int | None = ..., offset: int | None = ..., count: bool | None = ..., filters: str | Mapping[str, Any] | None = ..., sorters: str | Sequence[str] | None = ..., **_options: Unpack[_Options]) -> Stream: ...

export_identity_profiles: _export_identity_profiles

class _export_json_lines(_Command):
    def __call__(self, path: Any, *, append: bool = ..., force: bool = ..., no_clobber: bool = ..., encoding: str | None = ..., **_options: Unpack[_Common]) -> Stage: ...

export_json_lines: _export_json_lines

class _export_non_employee_records(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> Any: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

export_non_employee_records: _export_non_employee_records

class _export_non_employee_source_schema_template(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> Any: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

export_non_employee_source_schema_template: _export_non_employee_source_schema_template

class _export_outliers_zip(_Command):
    def __call__(self, type: Literal["LOW_SIMILARITY", "STRUCTURAL"] | None = ..., **_options: Unpack[_File_options]) -> Path: ...

export_outliers_zip: _export_outliers_zip

class _export_parquet(_Command):
    def __call__(self, path: Any, *, property: Any = ..., force: bool = ..., no_clobber: bool = ..., **_options: Unpack[_Common]) -> Stage: ...

export_parquet: _export_parquet

class _export_role_mining_potential_role(_Command):
    @overload
    def __call__(self, session_id: _Id, potential_role_id: _Id, **_options: Unpack[_File_options]) -> Path: ...
    @overload
    def __call__(self, *, session_id: _Id = ..., **_options: Unpack[_File_options]) -> Stage: ...

export_role_mining_potential_role: _export_role_mining_potential_role

class _export_role_mining_potential_role_async(_Command):
    @overload
    def __call__(self, session_id: _Id, potential_role_id: _Id, role_mining_potential_role_export_request: _Body = ..., *, min_entitlement_popularity: int = ..., include_common_access: bool = ..., **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, role_mining_potential_role_export_request: _Body = ..., session_id: _Id = ..., min_entitlement_popularity: int = ..., include_common_access: bool = ..., **_options: Unpack[_Options]) -> Stage: ...

export_role_mining_potential_role_async: _export_role_mining_potential_role_async

class _export_role_mining_potential_role_status(_Command):
    @overload
    def __call__(self, session_id: _Id, potential_role_id: _Id, export_id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, session_id: _Id = ..., potential_role_id: _Id = ..., **_options: Unpack[_Options]) -> Stage: ...

export_role_mining_potential_role_status: _export_role_mining_potential_role_status

class _export_sp_config(_Command):
    def __call__(self, export_payload: _Body = ..., *, exclude_types: Sequence[Literal["ACCESS_PROFILE", "ACCESS_REQUEST_CONFIG", "ATTR_SYNC_SOURCE_CONFIG", "AUTH_ORG", "CAMPAIGN_FILTER", "CONNECTOR_RULE", "FORM_DEFINITION", "GOVERNANCE_GROUP", "IDENTITY_OBJECT_CONFIG", "IDENTITY_PROFILE", "LIFECYCLE_STATE", "NOTIFICATION_TEMPLATE", "PASSWORD_POLICY", "PASSWORD_SYNC_GROUP", "PUBLIC_IDENTITIES_CONFIG", "ROLE", "RULE", "SEGMENT", "SERVICE_DESK_INTEGRATION", "SOD_POLICY", "SOURCE", "TAG", "TRANSFORM", "TRIGGER_SUBSCRIPTION", "WORKFLOW"]] = ..., include_types: Sequence[Literal["ACCESS_PROFILE", "ACCESS_REQUEST_CONFIG", "ATTR_SYNC_SOURCE_CONFIG", "AUTH_ORG", "CAMPAIGN_FILTER", "CONNECTOR_RULE", "FORM_DEFINITION", "GOVERNANCE_GROUP", "IDENTITY_OBJECT_CONFIG", "IDENTITY_PROFILE", "LIFECYCLE_STATE", "NOTIFICATION_TEMPLATE", "PASSWORD_POLICY", "PASSWORD_SYNC_GROUP", "PUBLIC_IDENTITIES_CONFIG", "ROLE", "RULE", "SEGMENT", "SERVICE_DESK_INTEGRATION", "SOD_POLICY", "SOURCE", "TAG", "TRANSFORM", "TRIGGER_SUBSCRIPTION", "WORKFLOW"]] = ..., object_options: Mapping[str, Any] = ..., description: _Text = ..., **_options: Unpack[_Options]) -> Record: ...

export_sp_config: _export_sp_config

class _for_each_object(_Command):
    def __call__(self, process: Any = ..., *argument_list: Any, begin: Callable[[], Any] | None = ..., end: Callable[[], Any] | None = ..., member_name: str | None = ..., parallel: int | Executor = ..., resume: str | PathLike[str] | None = ..., **arguments: Any) -> Stage: ...

for_each_object: _for_each_object

class _format_custom(_Command):
    def __call__(self, *property: Any, depth: int = ..., group_by: Any = ..., **calculated: Any) -> Stage: ...

format_custom: _format_custom

class _format_list(_Command):
    def __call__(self, *property: Any, group_by: Any = ..., **calculated: Any) -> Stage: ...

format_list: _format_list

class _format_table(_Command):
    def __call__(self, *property: Any, auto_size: bool = ..., wrap: bool = ..., group_by: Any = ..., hide_table_headers: bool = ..., repeat_header: bool = ..., view: str | None = ..., **calculated: Any) -> Stage: ...

format_table: _format_table

class _format_wide(_Command):
    def __call__(self, property: Any = ..., *, column: int | None = ..., auto_size: bool = ..., group_by: Any = ..., **_options: Unpack[_Common]) -> Stage: ...

format_wide: _format_wide

class _get_access_model_metadata_attribute(_Command):
    @overload
    def __call__(self, filters: str | None = ..., sorters: str | Sequence[str] | None = ..., limit: int | None = ..., count: bool | None = ..., **_options: Unpack[_Options]) -> list[Record]: ...
    @overload
    def __call__(self, key: _Text, **_options: Unpack[_Options]) -> Record: ...

get_access_model_metadata_attribute: _get_access_model_metadata_attribute

class _get_access_model_metadata_attribute_value(_Command):
    @overload
    def __call__(self, key: _Text, limit: int | None = ..., count: bool | None = ..., **_options: Unpack[_Options]) -> list[Record]: ...
    @overload
    def __call__(self, key: _Text, value: _Text, **_options: Unpack[_Options]) -> Record: ...

get_access_model_metadata_attribute_value: _get_access_model_metadata_attribute_value

class _get_access_profile(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

get_access_profile: _get_access_profile

class _get_access_profile_entitlements(_Command):
    @overload
    def __call__(self, id: _Id, limit: int | None = ..., offset: int | None = ..., count: bool | None = ..., filters: str | Mapping[str, Any] | None = ..., sorters: str | Sequence[str] | None = ..., **_options: Unpack[_Options]) -> Stream: ...
    @overload
    def __call__(self, *, limit: int | None = ..., offset: int | None = ..., count: bool | None = ..., filters: str | Mapping[str, Any] | None = ..., sorters: str | Sequence[str] | None = ..., **_options: Unpack[_Options]) -> Stage: ...

get_access_profile_entitlements: _get_access_profile_entitlements

class _get_access_profiles(_Command):
    def __call__(self, for_subadmin: _Text | None = ..., limit: int | None = ..., offset: int | None = ..., count: bool | None = ..., filters: str | Mapping[str, Any] | None = ..., sorters: str | Sequence[str] | None = ..., for_segment_ids: str | Sequence[str] | None = ..., include_unsegmented: bool | None = ..., **_options: Unpack[_Options]) -> Stream: ...

get_access_profiles: _get_access_profiles

class _get_access_profiles_for_source_app(_Command):
    @overload
    def __call__(self, id: _Id, limit: int | None = ..., offset: int | None = ..., filters: str | Mapping[str, Any] | None = ..., **_options: Unpack[_Options]) -> Stream: ...
    @overload
    def __call__(self, *, limit: int | None = ..., offset: int | None = ..., filters: str | Mapping[str, Any] | None = ..., **_options: Unpack[_Options]) -> Stage: ...

get_access_profiles_for_source_app: _get_access_profiles_for_source_app

class _get_access_request_approval_summary(_Command):
    def __call__(self, owner_id: _Text | None = ..., from_date: _Text | None = ..., **_options: Unpack[_Options]) -> Record: ...

get_access_request_approval_summary: _get_access_request_approval_summary

class _get_access_request_approvers(_Command):
    @overload
    def __call__(self, access_request_id: _Id, limit: int | None = ..., offset: int | None = ..., count: bool | None = ..., **_options: Unpack[_Options]) -> Stream: ...
    @overload
    def __call__(self, *, limit: int | None = ..., offset: int | None = ..., count: bool | None = ..., **_options: Unpack[_Options]) -> Stage: ...

get_access_request_approvers: _get_access_request_approvers

class _get_access_request_config(_Command):
    def __call__(self, **_options: Unpack[_Options]) -> Record: ...

get_access_request_config: _get_access_request_config

class _get_access_request_identity_metrics(_Command):
    @overload
    def __call__(self, identity_id: _Id, requested_object_id: _Id, type: Literal["ENTITLEMENT", "ROLE", "ACCESS_PROFILE"], **_options: Unpack[_Options]) -> Any: ...
    @overload
    def __call__(self, *, identity_id: _Id = ..., requested_object_id: _Id = ..., **_options: Unpack[_Options]) -> Stage: ...

get_access_request_identity_metrics: _get_access_request_identity_metrics

class _get_access_request_recommendations(_Command):
    def __call__(self, identity_id: _Text | None = ..., limit: int | None = ..., offset: int | None = ..., count: bool | None = ..., include_translation_messages: bool | None = ..., filters: str | Mapping[str, Any] | None = ..., sorters: str | Sequence[str] | None = ..., **_options: Unpack[_Options]) -> Stream: ...

get_access_request_recommendations: _get_access_request_recommendations

class _get_access_request_recommendations_config(_Command):
    def __call__(self, **_options: Unpack[_Options]) -> Record: ...

get_access_request_recommendations_config: _get_access_request_recommendations_config

class _get_access_request_recommendations_ignored_items(_Command):
    def __call__(self, limit: int | None = ..., offset: int | None = ..., count: bool | None = ..., filters: str | Mapping[str, Any] | None = ..., sorters: str | Sequence[str] | None = ..., **_options: Unpack[_Options]) -> Stream: ...

get_access_request_recommendations_ignored_items: _get_access_request_recommendations_ignored_items

class _get_access_request_recommendations_requested_items(_Command):
    def __call__(self, limit: int | None = ..., offset: int | None = ..., count: bool | None = ..., filters: str | Mapping[str, Any] | None = ..., sorters: str | Sequence[str] | None = ..., **_options: Unpack[_Options]) -> Stream: ...

get_access_request_recommendations_requested_items: _get_access_request_recommendations_requested_items

class _get_access_request_recommendations_viewed_items(_Command):
    def __call__(self, limit: int | None = ..., offset: int | None = ..., count: bool | None = ..., filters: str | Mapping[str, Any] | None = ..., sorters: str | Sequence[str] | None = ..., **_options: Unpack[_Options]) -> Stream: ...

get_access_request_recommendations_viewed_items: _get_access_request_recommendations_viewed_items

class _get_access_request_status(_Command):
    def __call__(self, requested_for: _Text | None = ..., requested_by: _Text | None = ..., regarding_identity: _Text | None = ..., assigned_to: _Text | None = ..., count: bool | None = ..., limit: int | None = ..., offset: int | None = ..., filters: str | Mapping[str, Any] | None = ..., sorters: str | Sequence[str] | None = ..., request_state: _Text | None = ..., **_options: Unpack[_Options]) -> Stream: ...

get_access_request_status: _get_access_request_status

class _get_account(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

get_account: _get_account

class _get_account_activities(_Command):
    def __call__(self, requested_for: _Text | None = ..., requested_by: _Text | None = ..., regarding_identity: _Text | None = ..., limit: int | None = ..., offset: int | None = ..., count: bool | None = ..., filters: str | Mapping[str, Any] | None = ..., sorters: str | Sequence[str] | None = ..., **_options: Unpack[_Options]) -> Stream: ...

get_account_activities: _get_account_activities

class _get_account_activity(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

get_account_activity: _get_account_activity

class _get_account_aggregation_status(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

get_account_aggregation_status: _get_account_aggregation_status

class _get_account_entitlements(_Command):
    @overload
    def __call__(self, id: _Id, limit: int | None = ..., offset: int | None = ..., count: bool | None = ..., **_options: Unpack[_Options]) -> Stream: ...
    @overload
    def __call__(self, *, limit: int | None = ..., offset: int | None = ..., count: bool | None = ..., **_options: Unpack[_Options]) -> Stage: ...

get_account_entitlements: _get_account_entitlements

class _get_accounts(_Command):
    def __call__(self, limit: int | None = ..., offset: int | None = ..., count: bool | None = ..., detail_level: Literal["SLIM", "FULL"] | None = ..., filters: str | Mapping[str, Any] | None = ..., sorters: str | Sequence[str] | None = ..., **_options: Unpack[_Options]) -> Stream: ...

get_accounts: _get_accounts

class _get_accounts_schema(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> Any: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

get_accounts_schema: _get_accounts_schema

class _get_acct_aggregation_groups(_Command):
    @overload
    def __call__(self, multihost_id: _Id, offset: int | None = ..., limit: int | None = ..., **_options: Unpack[_Options]) -> Stream: ...
    @overload
    def __call__(self, *, offset: int | None = ..., limit: int | None = ..., **_options: Unpack[_Options]) -> Stage: ...

get_acct_aggregation_groups: _get_acct_aggregation_groups

class _get_active_campaigns(_Command):
    def __call__(self, detail: Literal["SLIM", "FULL"] | None = ..., limit: int | None = ..., offset: int | None = ..., count: bool | None = ..., filters: str | Mapping[str, Any] | None = ..., sorters: str | Sequence[str] | None = ..., **_options: Unpack[_Options]) -> Stream: ...

get_active_campaigns: _get_active_campaigns

class _get_administrators_access_request_status(_Command):
    def __call__(self, requested_for: _Text | None = ..., requested_by: _Text | None = ..., regarding_identity: _Text | None = ..., assigned_to: _Text | None = ..., count: bool | None = ..., limit: int | None = ..., offset: int | None = ..., filters: str | Mapping[str, Any] | None = ..., sorters: str | Sequence[str] | None = ..., request_state: _Text | None = ..., **_options: Unpack[_Options]) -> Stream: ...

get_administrators_access_request_status: _get_administrators_access_request_status

class _get_all_authorization_right_sets(_Command):
    def __call__(self, filters: str | Mapping[str, Any] | None = ..., sorters: str | Sequence[str] | None = ..., limit: int | None = ..., offset: int | None = ..., **_options: Unpack[_Options]) -> Stream: ...

get_all_authorization_right_sets: _get_all_authorization_right_sets

class _get_all_potential_role_summaries(_Command):
    def __call__(self, sorters: str | Sequence[str] | None = ..., filters: str | Mapping[str, Any] | None = ..., offset: int | None = ..., limit: int | None = ..., count: bool | None = ..., **_options: Unpack[_Options]) -> Stream: ...

get_all_potential_role_summaries: _get_all_potential_role_summaries

class _get_all_source_app(_Command):
    def __call__(self, limit: int | None = ..., count: bool | None = ..., offset: int | None = ..., sorters: str | Sequence[str] | None = ..., filters: str | Mapping[str, Any] | None = ..., **_options: Unpack[_Options]) -> Stream: ...

get_all_source_app: _get_all_source_app

class _get_all_user_apps(_Command):
    def __call__(self, filters: str | Mapping[str, Any], limit: int | None = ..., count: bool | None = ..., offset: int | None = ..., **_options: Unpack[_Options]) -> Stream: ...

get_all_user_apps: _get_all_user_apps

class _get_api_summary(_Command):
    def __call__(self, filters: str | Mapping[str, Any] | None = ..., limit: int | None = ..., offset: int | None = ..., **_options: Unpack[_Options]) -> Stream: ...

get_api_summary: _get_api_summary

class _get_application(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

get_application: _get_application

class _get_applications(_Command):
    def __call__(self, filters: str | Mapping[str, Any] | None = ..., limit: int | None = ..., offset: int | None = ..., count: bool | None = ..., **_options: Unpack[_Options]) -> Stream: ...

get_applications: _get_applications

class _get_approval(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

get_approval: _get_approval

class _get_approvals(_Command):
    def __call__(self, mine: bool | None = ..., requester_id: _Text | None = ..., requestee_id: _Text | None = ..., approver_id: _Text | None = ..., count: bool | None = ..., count_only: bool | None = ..., include_comments: bool | None = ..., include_approvers: bool | None = ..., include_reassignment_history: bool | None = ..., include_batch_info: bool | None = ..., filters: str | Mapping[str, Any] | None = ..., limit: int | None = ..., offset: int | None = ..., **_options: Unpack[_Options]) -> Stream: ...

get_approvals: _get_approvals

class _get_approvals_config(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

get_approvals_config: _get_approvals_config

class _get_assigned_source_app(_Command):
    def __call__(self, limit: int | None = ..., count: bool | None = ..., offset: int | None = ..., sorters: str | Sequence[str] | None = ..., filters: str | Mapping[str, Any] | None = ..., **_options: Unpack[_Options]) -> Stream: ...

get_assigned_source_app: _get_assigned_source_app

class _get_attestation_document(_Command):
    def __call__(self, key: _Text, **_options: Unpack[_Options]) -> Record: ...

get_attestation_document: _get_attestation_document

class _get_auth_org_lockout_config(_Command):
    def __call__(self, **_options: Unpack[_Options]) -> Record: ...

get_auth_org_lockout_config: _get_auth_org_lockout_config

class _get_auth_org_network_config(_Command):
    def __call__(self, **_options: Unpack[_Options]) -> Record: ...

get_auth_org_network_config: _get_auth_org_network_config

class _get_auth_org_service_provider_config(_Command):
    def __call__(self, **_options: Unpack[_Options]) -> Record: ...

get_auth_org_service_provider_config: _get_auth_org_service_provider_config

class _get_auth_org_session_config(_Command):
    def __call__(self, **_options: Unpack[_Options]) -> Record: ...

get_auth_org_session_config: _get_auth_org_session_config

class _get_auth_user(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

get_auth_user: _get_auth_user

class _get_available_accounts_for_user_app(_Command):
    @overload
    def __call__(self, id: _Id, limit: int | None = ..., count: bool | None = ..., **_options: Unpack[_Options]) -> list[Record]: ...
    @overload
    def __call__(self, *, limit: int | None = ..., count: bool | None = ..., **_options: Unpack[_Options]) -> Stage: ...

get_available_accounts_for_user_app: _get_available_accounts_for_user_app

class _get_available_source_apps(_Command):
    def __call__(self, limit: int | None = ..., count: bool | None = ..., offset: int | None = ..., sorters: str | Sequence[str] | None = ..., filters: str | Mapping[str, Any] | None = ..., **_options: Unpack[_Options]) -> Stream: ...

get_available_source_apps: _get_available_source_apps

class _get_backups(_Command):
    def __call__(self, filters: str | None = ..., **_options: Unpack[_Options]) -> list[Record]: ...

get_backups: _get_backups

class _get_branding(_Command):
    @overload
    def __call__(self, name: _Text, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

get_branding: _get_branding

class _get_branding_list(_Command):
    def __call__(self, **_options: Unpack[_Options]) -> list[Record]: ...

get_branding_list: _get_branding_list

class _get_bulk_update_status(_Command):
    def __call__(self, **_options: Unpack[_Options]) -> list[Record]: ...

get_bulk_update_status: _get_bulk_update_status

class _get_bulk_update_status_by_id(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

get_bulk_update_status_by_id: _get_bulk_update_status_by_id

class _get_campaign(_Command):
    @overload
    def __call__(self, id: _Id, detail: Literal["SLIM", "FULL"] | None = ..., **_options: Unpack[_Options]) -> Any: ...
    @overload
    def __call__(self, *, detail: Literal["SLIM", "FULL"] | None = ..., **_options: Unpack[_Options]) -> Stage: ...

get_campaign: _get_campaign

class _get_campaign_filter_by_id(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

get_campaign_filter_by_id: _get_campaign_filter_by_id

class _get_campaign_filters(_Command):
    def __call__(self, limit: int | None = ..., start: int | None = ..., include_system_filters: bool | None = ..., **_options: Unpack[_Options]) -> Record: ...

get_campaign_filters: _get_campaign_filters

class _get_campaign_reports(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> list[Record]: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

get_campaign_reports: _get_campaign_reports

class _get_campaign_reports_config(_Command):
    def __call__(self, **_options: Unpack[_Options]) -> Record: ...

get_campaign_reports_config: _get_campaign_reports_config

class _get_campaign_template(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

get_campaign_template: _get_campaign_template

class _get_campaign_template_schedule(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

get_campaign_template_schedule: _get_campaign_template_schedule

class _get_campaign_templates(_Command):
    def __call__(self, limit: int | None = ..., offset: int | None = ..., count: bool | None = ..., sorters: str | Sequence[str] | None = ..., filters: str | Mapping[str, Any] | None = ..., **_options: Unpack[_Options]) -> Stream: ...

get_campaign_templates: _get_campaign_templates

class _get_certification_reviewers(_Command):
    @overload
    def __call__(self, id: _Id, limit: int | None = ..., offset: int | None = ..., count: bool | None = ..., filters: str | Mapping[str, Any] | None = ..., sorters: str | Sequence[str] | None = ..., **_options: Unpack[_Options]) -> Stream: ...
    @overload
    def __call__(self, *, limit: int | None = ..., offset: int | None = ..., count: bool | None = ..., filters: str | Mapping[str, Any] | None = ..., sorters: str | Sequence[str] | None = ..., **_options: Unpack[_Options]) -> Stage: ...

get_certification_reviewers: _get_certification_reviewers

class _get_certification_task(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

get_certification_task: _get_certification_task

class _get_classify_machine_account_from_source_status(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

get_classify_machine_account_from_source_status: _get_classify_machine_account_from_source_status

class _get_client_log_configuration(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

get_client_log_configuration: _get_client_log_configuration

class _get_command(_Command):
    def __call__(self, name: str = ..., *, verb: str | None = ..., noun: str | None = ..., tag: str | None = ..., generation: str | None = ..., legacy: bool = ..., **_options: Unpack[_Common]) -> Stream: ...

get_command: _get_command

class _get_common_access(_Command):
    def __call__(self, offset: int | None = ..., limit: int | None = ..., count: bool | None = ..., filters: str | Mapping[str, Any] | None = ..., sorters: str | Sequence[str] | None = ..., **_options: Unpack[_Options]) -> Stream: ...

get_common_access: _get_common_access

class _get_complete_workflow_library(_Command):
    def __call__(self, limit: int | None = ..., offset: int | None = ..., **_options: Unpack[_Options]) -> Stream: ...

get_complete_workflow_library: _get_complete_workflow_library

class _get_completed_approvals(_Command):
    def __call__(self, owner_id: _Text | None = ..., limit: int | None = ..., offset: int | None = ..., count: bool | None = ..., filters: str | Mapping[str, Any] | None = ..., sorters: str | Sequence[str] | None = ..., **_options: Unpack[_Options]) -> Stream: ...

get_completed_approvals: _get_completed_approvals

class _get_completed_work_items(_Command):
    def __call__(self, owner_id: _Text | None = ..., limit: int | None = ..., offset: int | None = ..., count: bool | None = ..., **_options: Unpack[_Options]) -> Stream: ...

get_completed_work_items: _get_completed_work_items

class _get_connections(_Command):
    @overload
    def __call__(self, workgroup_id: _Id, offset: int | None = ..., limit: int | None = ..., count: bool | None = ..., sorters: str | Sequence[str] | None = ..., **_options: Unpack[_Options]) -> Stream: ...
    @overload
    def __call__(self, *, offset: int | None = ..., limit: int | None = ..., count: bool | None = ..., sorters: str | Sequence[str] | None = ..., **_options: Unpack[_Options]) -> Stage: ...

get_connections: _get_connections

class _get_connector(_Command):
    @overload
    def __call__(self, script_name: _Text, locale: Literal["de", "no", "fi", "sv", "ru", "pt", "ko", "zh-TW", "en", "it", "fr", "zh-CN", "hu", "es", "cs", "ja", "pl", "da", "nl"] | None = ..., **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, locale: Literal["de", "no", "fi", "sv", "ru", "pt", "ko", "zh-TW", "en", "it", "fr", "zh-CN", "hu", "es", "cs", "ja", "pl", "da", "nl"] | None = ..., **_options: Unpack[_Options]) -> Stage: ...

get_connector: _get_connector

class _get_connector_correlation_config(_Command):
    @overload
    def __call__(self, script_name: _Text, **_options: Unpack[_Options]) -> str: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

get_connector_correlation_config: _get_connector_correlation_config

class _get_connector_customizer(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

get_connector_customizer: _get_connector_customizer

class _get_connector_customizers(_Command):
    def __call__(self, offset: int | None = ..., limit: int | None = ..., **_options: Unpack[_Options]) -> Stream: ...

get_connector_customizers: _get_connector_customizers

class _get_connector_list(_Command):
    def __call__(self, filters: str | Mapping[str, Any] | None = ..., limit: int | None = ..., offset: int | None = ..., count: bool | None = ..., locale: Literal["de", "no", "fi", "sv", "ru", "pt", "ko", "zh-TW", "en", "it", "fr", "zh-CN", "hu", "es", "cs", "ja", "pl", "da", "nl"] | None = ..., **_options: Unpack[_Options]) -> Stream: ...

get_connector_list: _get_connector_list

class _get_connector_rule(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

get_connector_rule: _get_connector_rule

class _get_connector_rule_list(_Command):
    def __call__(self, limit: int | None = ..., offset: int | None = ..., count: bool | None = ..., **_options: Unpack[_Options]) -> Stream: ...

get_connector_rule_list: _get_connector_rule_list

class _get_connector_source_config(_Command):
    @overload
    def __call__(self, script_name: _Text, **_options: Unpack[_Options]) -> str: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

get_connector_source_config: _get_connector_source_config

class _get_connector_source_template(_Command):
    @overload
    def __call__(self, script_name: _Text, **_options: Unpack[_Options]) -> str: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

get_connector_source_template: _get_connector_source_template

class _get_connector_translations(_Command):
    @overload
    def __call__(self, script_name: _Text, locale: Literal["de", "no", "fi", "sv", "ru", "pt", "ko", "zh-TW", "en", "it", "fr", "zh-CN", "hu", "es", "cs", "ja", "pl", "da", "nl"], **_options: Unpack[_Options]) -> str: ...
    @overload
    def __call__(self, *, script_name: _Text = ..., **_options: Unpack[_Options]) -> Stage: ...

get_connector_translations: _get_connector_translations

class _get_content(_Command):
    @overload
    def __call__(self, path: Any, *, total_count: int | None = ..., tail: int | None = ..., raw: bool = ..., encoding: str | None = ..., as_byte_stream: bool = ..., delimiter: str = ..., read_count: int = ..., wait: bool = ..., force: bool = ..., **_options: Unpack[_Common]) -> Any: ...
    @overload
    def __call__(self, *, total_count: int | None = ..., tail: int | None = ..., raw: bool = ..., encoding: str | None = ..., as_byte_stream: bool = ..., delimiter: str = ..., read_count: int = ..., wait: bool = ..., force: bool = ..., **_options: Unpack[_Common]) -> Stage: ...

get_content: _get_content

class _get_correlation_config(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

get_correlation_config: _get_correlation_config

class _get_count_completed_work_items(_Command):
    def __call__(self, owner_id: _Text | None = ..., **_options: Unpack[_Options]) -> Record: ...

get_count_completed_work_items: _get_count_completed_work_items

class _get_count_work_items(_Command):
    def __call__(self, owner_id: _Text | None = ..., **_options: Unpack[_Options]) -> Record: ...

get_count_work_items: _get_count_work_items

class _get_custom_password_instructions(_Command):
    @overload
    def __call__(self, page_id: Literal["change-password:enter-password", "change-password:finish", "flow-selection:select", "forget-username:user-email", "mfa:enter-code", "mfa:enter-kba", "mfa:select", "reset-password:enter-password", "reset-password:enter-username", "reset-password:finish", "unlock-account:enter-username", "unlock-account:finish"], locale: _Text | None = ..., **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, locale: _Text | None = ..., **_options: Unpack[_Options]) -> Stage: ...

get_custom_password_instructions: _get_custom_password_instructions

class _get_custom_violation_report(_Command):
    @overload
    def __call__(self, report_result_id: _Id, file_name: _Text, **_options: Unpack[_File_options]) -> Path: ...
    @overload
    def __call__(self, *, report_result_id: _Id = ..., **_options: Unpack[_File_options]) -> Stage: ...

get_custom_violation_report: _get_custom_violation_report

class _get_data_segment(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

get_data_segment: _get_data_segment

class _get_data_segment_identity_membership(_Command):
    @overload
    def __call__(self, identity_id: _Id, **_options: Unpack[_Options]) -> list[Record]: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

get_data_segment_identity_membership: _get_data_segment_identity_membership

class _get_data_segmentation_enabled_for_user(_Command):
    @overload
    def __call__(self, identity_id: _Id, **_options: Unpack[_Options]) -> bool: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

get_data_segmentation_enabled_for_user: _get_data_segmentation_enabled_for_user

class _get_data_segments(_Command):
    def __call__(self, enabled: bool | None = ..., unique: bool | None = ..., published: bool | None = ..., limit: int | None = ..., offset: int | None = ..., count: bool | None = ..., filters: str | Mapping[str, Any] | None = ..., **_options: Unpack[_Options]) -> Stream: ...

get_data_segments: _get_data_segments

class _get_default_identity_attribute_config(_Command):
    @overload
    def __call__(self, identity_profile_id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

get_default_identity_attribute_config: _get_default_identity_attribute_config

class _get_default_violation_report(_Command):
    @overload
    def __call__(self, report_result_id: _Id, **_options: Unpack[_File_options]) -> Path: ...
    @overload
    def __call__(self, **_options: Unpack[_File_options]) -> Stage: ...

get_default_violation_report: _get_default_violation_report

class _get_deploy(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

get_deploy: _get_deploy

class _get_deploys(_Command):
    def __call__(self, **_options: Unpack[_Options]) -> Record: ...

get_deploys: _get_deploys

class _get_dimension(_Command):
    @overload
    def __call__(self, role_id: _Id, dimension_id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, role_id: _Id = ..., **_options: Unpack[_Options]) -> Stage: ...

get_dimension: _get_dimension

class _get_dimension_access_profiles(_Command):
    @overload
    def __call__(self, role_id: _Id, dimension_id: _Id, limit: int | None = ..., offset: int | None = ..., count: bool | None = ..., filters: str | Mapping[str, Any] | None = ..., sorters: str | Sequence[str] | None = ..., **_options: Unpack[_Options]) -> Stream: ...
    @overload
    def __call__(self, *, limit: int | None = ..., offset: int | None = ..., count: bool | None = ..., filters: str | Mapping[str, Any] | None = ..., sorters: str | Sequence[str] | None = ..., role_id: _Id = ..., **_options: Unpack[_Options]) -> Stage: ...

get_dimension_access_profiles: _get_dimension_access_profiles

class _get_dimension_entitlements(_Command):
    @overload
    def __call__(self, role_id: _Id, dimension_id: _Id, limit: int | None = ..., offset: int | None = ..., count: bool | None = ..., filters: str | Mapping[str, Any] | None = ..., sorters: str | Sequence[str] | None = ..., **_options: Unpack[_Options]) -> Stream: ...
    @overload
    def __call__(self, *, limit: int | None = ..., offset: int | None = ..., count: bool | None = ..., filters: str | Mapping[str, Any] | None = ..., sorters: str | Sequence[str] | None = ..., role_id: _Id = ..., **_options: Unpack[_Options]) -> Stage: ...

get_dimension_entitlements: _get_dimension_entitlements

class _get_dimensions(_Command):
    @overload
    def __call__(self, role_id: _Id, for_subadmin: _Text | None = ..., limit: int | None = ..., offset: int | None = ..., count: bool | None = ..., filters: str | Mapping[str, Any] | None = ..., sorters: str | Sequence[str] | None = ..., **_options: Unpack[_Options]) -> Stream: ...
    @overload
    def __call__(self, *, for_subadmin: _Text | None = ..., limit: int | None = ..., offset: int | None = ..., count: bool | None = ..., filters: str | Mapping[str, Any] | None = ..., sorters: str | Sequence[str] | None = ..., **_options: Unpack[_Options]) -> Stage: ...

get_dimensions: _get_dimensions

class _get_discovered_applications(_Command):
    def __call__(self, limit: int | None = ..., offset: int | None = ..., detail: Literal["SLIM", "FULL"] | None = ..., filter: _Text | None = ..., sorters: str | Sequence[str] | None = ..., **_options: Unpack[_Options]) -> Stream: ...

get_discovered_applications: _get_discovered_applications

class _get_dkim_attributes(_Command):
    def __call__(self, limit: int | None = ..., offset: int | None = ..., **_options: Unpack[_Options]) -> Stream: ...

get_dkim_attributes: _get_dkim_attributes

class _get_drafts(_Command):
    def __call__(self, filters: str | None = ..., **_options: Unpack[_Options]) -> list[Record]: ...

get_drafts: _get_drafts

class _get_entitlement(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

get_entitlement: _get_entitlement

class _get_entitlement_aggregation_groups(_Command):
    @overload
    def __call__(self, multi_host_id: _Id, offset: int | None = ..., limit: int | None = ..., **_options: Unpack[_Options]) -> Stream: ...
    @overload
    def __call__(self, *, offset: int | None = ..., limit: int | None = ..., **_options: Unpack[_Options]) -> Stage: ...

get_entitlement_aggregation_groups: _get_entitlement_aggregation_groups

class _get_entitlement_changes_identities(_Command):
    @overload
    def __call__(self, insight_id: _Id, entitlement_id: _Id, has_entitlement: bool | None = ..., offset: int | None = ..., limit: int | None = ..., count: bool | None = ..., sorters: str | Sequence[str] | None = ..., filters: str | Mapping[str, Any] | None = ..., **_options: Unpack[_Options]) -> Stream: ...
    @overload
    def __call__(self, *, has_entitlement: bool | None = ..., offset: int | None = ..., limit: int | None = ..., count: bool | None = ..., sorters: str | Sequence[str] | None = ..., filters: str | Mapping[str, Any] | None = ..., insight_id: _Id = ..., **_options: Unpack[_Options]) -> Stage: ...

get_entitlement_changes_identities: _get_entitlement_changes_identities

class _get_entitlement_children(_Command):
    @overload
    def __call__(self, id: _Id, limit: int | None = ..., offset: int | None = ..., count: bool | None = ..., sorters: str | Sequence[str] | None = ..., filters: str | Mapping[str, Any] | None = ..., **_options: Unpack[_Options]) -> Stream: ...
    @overload
    def __call__(self, *, limit: int | None = ..., offset: int | None = ..., count: bool | None = ..., sorters: str | Sequence[str] | None = ..., filters: str | Mapping[str, Any] | None = ..., **_options: Unpack[_Options]) -> Stage: ...

get_entitlement_children: _get_entitlement_children

class _get_entitlement_details_for_identity(_Command):
    def __call__(self, identity_id: _Text, entitlement_id: _Text, **_options: Unpack[_Options]) -> Record: ...

get_entitlement_details_for_identity: _get_entitlement_details_for_identity

class _get_entitlement_distribution_potential_role(_Command):
    @overload
    def __call__(self, session_id: _Id, potential_role_id: _Id, include_common_access: bool | None = ..., **_options: Unpack[_Options]) -> Any: ...
    @overload
    def __call__(self, *, include_common_access: bool | None = ..., session_id: _Id = ..., **_options: Unpack[_Options]) -> Stage: ...

get_entitlement_distribution_potential_role: _get_entitlement_distribution_potential_role

class _get_entitlement_parents(_Command):
    @overload
    def __call__(self, id: _Id, limit: int | None = ..., offset: int | None = ..., count: bool | None = ..., sorters: str | Sequence[str] | None = ..., filters: str | Mapping[str, Any] | None = ..., **_options: Unpack[_Options]) -> Stream: ...
    @overload
    def __call__(self, *, limit: int | None = ..., offset: int | None = ..., count: bool | None = ..., sorters: str | Sequence[str] | None = ..., filters: str | Mapping[str, Any] | None = ..., **_options: Unpack[_Options]) -> Stage: ...

get_entitlement_parents: _get_entitlement_parents

class _get_entitlement_request_config(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

get_entitlement_request_config: _get_entitlement_request_config

class _get_entitlements(_Command):
    def __call__(self, account_id: _Text | None = ..., segmented_for_identity: _Text | None = ..., for_segment_ids: str | Sequence[str] | None = ..., include_unsegmented: bool | None = ..., offset: int | None = ..., limit: int | None = ..., count: bool | None = ..., sorters: str | Sequence[str] | None = ..., filters: str | Mapping[str, Any] | None = ..., **_options: Unpack[_Options]) -> Stream: ...

get_entitlements: _get_entitlements

class _get_entitlements_by_identity(_Command):
    @overload
    def __call__(self, id: _Id, limit: int | None = ..., offset: int | None = ..., count: bool | None = ..., **_options: Unpack[_Options]) -> Stream: ...
    @overload
    def __call__(self, *, limit: int | None = ..., offset: int | None = ..., count: bool | None = ..., **_options: Unpack[_Options]) -> Stage: ...

get_entitlements_by_identity: _get_entitlements_by_identity

class _get_entitlements_potential_role(_Command):
    @overload
    def __call__(self, session_id: _Id, potential_role_id: _Id, include_common_access: bool | None = ..., sorters: str | Sequence[str] | None = ..., filters: str | Mapping[str, Any] | None = ..., offset: int | None = ..., limit: int | None = ..., count: bool | None = ..., **_options: Unpack[_Options]) -> Stream: ...
    @overload
    def __call__(self, *, include_common_access: bool | None = ..., sorters: str | Sequence[str] | None = ..., filters: str | Mapping[str, Any] | None = ..., offset: int | None = ..., limit: int | None = ..., count: bool | None = ..., session_id: _Id = ..., **_options: Unpack[_Options]) -> Stage: ...

get_entitlements_potential_role: _get_entitlements_potential_role

class _get_entitlements_schema(_Command):
    @overload
    def __call__(self, id: _Id, schema_name: _Text | None = ..., **_options: Unpack[_Options]) -> Any: ...
    @overload
    def __call__(self, *, schema_name: _Text | None = ..., **_options: Unpack[_Options]) -> Stage: ...

get_entitlements_schema: _get_entitlements_schema

class _get_error(_Command):
    def __call__(self, *, newest: int | None = ..., **_options: Unpack[_Common]) -> Record | Stream | None: ...

get_error: _get_error

class _get_evaluate_reassignment_configuration(_Command):
    @overload
    def __call__(self, identity_id: _Id, config_type: Literal["ACCESS_REQUESTS", "CERTIFICATIONS", "MANUAL_TASKS", "GENERIC_APPROVALS"], exclusion_filters: Sequence[_Text] | _Text | None = ..., **_options: Unpack[_Options]) -> list[Record]: ...
    @overload
    def __call__(self, *, exclusion_filters: Sequence[_Text] | _Text | None = ..., identity_id: _Id = ..., **_options: Unpack[_Options]) -> Stage: ...

get_evaluate_reassignment_configuration: _get_evaluate_reassignment_configuration

class _get_excluded_entitlements_potential_role(_Command):
    @overload
    def __call__(self, session_id: _Id, potential_role_id: _Id, sorters: str | Sequence[str] | None = ..., filters: str | Mapping[str, Any] | None = ..., offset: int | None = ..., limit: int | None = ..., count: bool | None = ..., **_options: Unpack[_Options]) -> Stream: ...
    @overload
    def __call__(self, *, sorters: str | Sequence[str] | None = ..., filters: str | Mapping[str, Any] | None = ..., offset: int | None = ..., limit: int | None = ..., count: bool | None = ..., session_id: _Id = ..., **_options: Unpack[_Options]) -> Stage: ...

get_excluded_entitlements_potential_role: _get_excluded_entitlements_potential_role

class _get_failed_task(_Command):
    def __call__(self, since: Any = ..., *, source: str | None = ..., status: tuple[str, ...] | list[str] | str = ..., **_options: Unpack[_Common]) -> Stream: ...

get_failed_task: _get_failed_task

class _get_file_from_s3(_Command):
    @overload
    def __call__(self, form_definition_id: _Id, file_id: _Id, **_options: Unpack[_File_options]) -> Path: ...
    @overload
    def __call__(self, *, form_definition_id: _Id = ..., **_options: Unpack[_File_options]) -> Stage: ...

get_file_from_s3: _get_file_from_s3

class _get_form_definition_by_key(_Command):
    @overload
    def __call__(self, form_definition_id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

get_form_definition_by_key: _get_form_definition_by_key

class _get_form_instance_by_key(_Command):
    @overload
    def __call__(self, form_instance_id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

get_form_instance_by_key: _get_form_instance_by_key

class _get_form_instance_file(_Command):
    @overload
    def __call__(self, form_instance_id: _Id, file_id: _Id, **_options: Unpack[_File_options]) -> Path: ...
    @overload
    def __call__(self, *, form_instance_id: _Id = ..., **_options: Unpack[_File_options]) -> Stage: ...

get_form_instance_file: _get_form_instance_file

class _get_from_addresses(_Command):
    def __call__(self, limit: int | None = ..., offset: int | None = ..., count: bool | None = ..., filters: str | Mapping[str, Any] | None = ..., sorters: str | Sequence[str] | None = ..., **_options: Unpack[_Options]) -> Stream: ...

get_from_addresses: _get_from_addresses

class _get_help(_Command):
    def __call__(self, name: Any = ..., *, examples: bool = ..., parameter: str | None = ..., **_options: Unpack[_Common]) -> str: ...

get_help: _get_help

class _get_historical_identities(_Command):
    def __call__(self, starts_with_query: _Text | None = ..., is_deleted: bool | None = ..., is_active: bool | None = ..., limit: int | None = ..., offset: int | None = ..., **_options: Unpack[_Options]) -> Stream: ...

get_historical_identities: _get_historical_identities

class _get_historical_identity(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

get_historical_identity: _get_historical_identity

class _get_historical_identity_events(_Command):
    @overload
    def __call__(self, id: _Id, from_: _Text | None = ..., event_types: Sequence[_Text] | _Text | None = ..., access_item_types: Sequence[_Text] | _Text | None = ..., limit: int | None = ..., offset: int | None = ..., count: bool | None = ..., **_options: Unpack[_Options]) -> Stream: ...
    @overload
    def __call__(self, *, from_: _Text | None = ..., event_types: Sequence[_Text] | _Text | None = ..., access_item_types: Sequence[_Text] | _Text | None = ..., limit: int | None = ..., offset: int | None = ..., count: bool | None = ..., **_options: Unpack[_Options]) -> Stage: ...

get_historical_identity_events: _get_historical_identity_events

class _get_history(_Command):
    def __call__(self, id: int | None = ..., *, count: int | None = ..., **_options: Unpack[_Common]) -> Record | Stream: ...

get_history: _get_history

class _get_identities(_Command):
    def __call__(self, filters: str | Mapping[str, Any] | None = ..., sorters: str | Sequence[str] | None = ..., default_filter: Literal["CORRELATED_ONLY", "NONE"] | None = ..., count: bool | None = ..., limit: int | None = ..., offset: int | None = ..., **_options: Unpack[_Options]) -> Stream: ...

get_identities: _get_identities

class _get_identities_potential_role(_Command):
    @overload
    def __call__(self, session_id: _Id, potential_role_id: _Id, sorters: str | Sequence[str] | None = ..., filters: str | Mapping[str, Any] | None = ..., offset: int | None = ..., limit: int | None = ..., count: bool | None = ..., **_options: Unpack[_Options]) -> Stream: ...
    @overload
    def __call__(self, *, sorters: str | Sequence[str] | None = ..., filters: str | Mapping[str, Any] | None = ..., offset: int | None = ..., limit: int | None = ..., count: bool | None = ..., session_id: _Id = ..., **_options: Unpack[_Options]) -> Stage: ...

get_identities_potential_role: _get_identities_potential_role

class _get_identity(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

get_identity: _get_identity

class _get_identity_access_items(_Command):
    @overload
    def __call__(self, id: _Id, type: Literal["account", "entitlement", "app", "accessProfile", "role"] | None = ..., limit: int | None = ..., count: bool | None = ..., offset: int | None = ..., **_options: Unpack[_Options]) -> Stream: ...
    @overload
    def __call__(self, *, type: Literal["account", "entitlement", "app", "accessProfile", "role"] | None = ..., limit: int | None = ..., count: bool | None = ..., offset: int | None = ..., **_options: Unpack[_Options]) -> Stage: ...

get_identity_access_items: _get_identity_access_items

class _get_identity_access_review_items(_Command):
    @overload
    def __call__(self, id: _Id, limit: int | None = ..., offset: int | None = ..., count: bool | None = ..., filters: str | Mapping[str, Any] | None = ..., sorters: str | Sequence[str] | None = ..., entitlements: _Text | None = ..., access_profiles: _Text | None = ..., roles: _Text | None = ..., **_options: Unpack[_Options]) -> Stream: ...
    @overload
    def __call__(self, *, limit: int | None = ..., offset: int | None = ..., count: bool | None = ..., filters: str | Mapping[str, Any] | None = ..., sorters: str | Sequence[str] | None = ..., entitlements: _Text | None = ..., access_profiles: _Text | None = ..., roles: _Text | None = ..., **_options: Unpack[_Options]) -> Stage: ...

get_identity_access_review_items: _get_identity_access_review_items

class _get_identity_access_summaries(_Command):
    @overload
    def __call__(self, id: _Id, type: Literal["ROLE", "ACCESS_PROFILE", "ENTITLEMENT"], limit: int | None = ..., offset: int | None = ..., count: bool | None = ..., filters: str | Mapping[str, Any] | None = ..., sorters: str | Sequence[str] | None = ..., **_options: Unpack[_Options]) -> Stream: ...
    @overload
    def __call__(self, *, limit: int | None = ..., offset: int | None = ..., count: bool | None = ..., filters: str | Mapping[str, Any] | None = ..., sorters: str | Sequence[str] | None = ..., id: _Id = ..., **_options: Unpack[_Options]) -> Stage: ...

get_identity_access_summaries: _get_identity_access_summaries

class _get_identity_attribute(_Command):
    @overload
    def __call__(self, name: _Text, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

get_identity_attribute: _get_identity_attribute

class _get_identity_attributes(_Command):
    def __call__(self, include_system: bool | None = ..., include_silent: bool | None = ..., searchable_only: bool | None = ..., count: bool | None = ..., **_options: Unpack[_Options]) -> list[Record]: ...

get_identity_attributes: _get_identity_attributes

class _get_identity_certification(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

get_identity_certification: _get_identity_certification

class _get_identity_certification_item_permissions(_Command):
    @overload
    def __call__(self, certification_id: _Id, item_id: _Id, filters: str | Mapping[str, Any] | None = ..., limit: int | None = ..., offset: int | None = ..., count: bool | None = ..., **_options: Unpack[_Options]) -> Stream: ...
    @overload
    def __call__(self, *, filters: str | Mapping[str, Any] | None = ..., limit: int | None = ..., offset: int | None = ..., count: bool | None = ..., certification_id: _Id = ..., **_options: Unpack[_Options]) -> Stage: ...

get_identity_certification_item_permissions: _get_identity_certification_item_permissions

class _get_identity_certifications(_Command):
    def __call__(self, reviewer_identity: _Text | None = ..., limit: int | None = ..., offset: int | None = ..., count: bool | None = ..., filters: str | Mapping[str, Any] | None = ..., sorters: str | Sequence[str] | None = ..., **_options: Unpack[_Options]) -> Stream: ...

get_identity_certifications: _get_identity_certifications

class _get_identity_decision_summary(_Command):
    @overload
    def __call__(self, id: _Id, filters: str | None = ..., **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, filters: str | None = ..., **_options: Unpack[_Options]) -> Stage: ...

get_identity_decision_summary: _get_identity_decision_summary

class _get_identity_outlier_snapshots(_Command):
    def __call__(self, limit: int | None = ..., offset: int | None = ..., type: Literal["LOW_SIMILARITY", "STRUCTURAL"] | None = ..., filters: str | Mapping[str, Any] | None = ..., sorters: str | Sequence[str] | None = ..., **_options: Unpack[_Options]) -> Stream: ...

get_identity_outlier_snapshots: _get_identity_outlier_snapshots

class _get_identity_outliers(_Command):
    def __call__(self, limit: int | None = ..., offset: int | None = ..., count: bool | None = ..., type: Literal["LOW_SIMILARITY", "STRUCTURAL"] | None = ..., filters: str | Mapping[str, Any] | None = ..., sorters: str | Sequence[str] | None = ..., **_options: Unpack[_Options]) -> Stream: ...

get_identity_outliers: _get_identity_outliers

class _get_identity_ownership_details(_Command):
    @overload
    def __call__(self, identity_id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

get_identity_ownership_details: _get_identity_ownership_details

class _get_identity_profile(_Command):
    @overload
    def __call__(self, identity_profile_id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

get_identity_profile: _get_identity_profile

class _get_identity_profiles(_Command):
    def __call__(self, limit: int | None = ..., offset: int | None = ..., count: bool | None = ..., filters: str | Mapping[str, Any] | None = ..., sorters: str | Sequence[str] | None = ..., **_options: Unpack[_Options]) -> Stream: ...

get_identity_profiles: _get_identity_profiles

class _get_identity_snapshot(_Command):
    @overload
    def __call__(self, id: _Id, date: _Text, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, id: _Id = ..., **_options: Unpack[_Options]) -> Stage: ...

get_identity_snapshot: _get_identity_snapshot

class _get_identity_snapshot_access_items(_Command):
    @overload
    def __call__(self, id: _Id, date: _Text, type: _Text | None = ..., **_options: Unpack[_Options]) -> list[Any]: ...
    @overload
    def __call__(self, *, type: _Text | None = ..., id: _Id = ..., **_options: Unpack[_Options]) -> Stage: ...

get_identity_snapshot_access_items: _get_identity_snapshot_access_items

class _get_identity_snapshot_summary(_Command):
    @overload
    def __call__(self, id: _Id, before: _Text | None = ..., interval: Literal["day", "month"] | None = ..., time_zone: _Text | None = ..., limit: int | None = ..., offset: int | None = ..., count: bool | None = ..., **_options: Unpack[_Options]) -> Stream: ...
    @overload
    def __call__(self, *, before: _Text | None = ..., interval: Literal["day", "month"] | None = ..., time_zone: _Text | None = ..., limit: int | None = ..., offset: int | None = ..., count: bool | None = ..., **_options: Unpack[_Options]) -> Stage: ...

get_identity_snapshot_summary: _get_identity_snapshot_summary

class _get_identity_snapshots(_Command):
    @overload
    def __call__(self, id: _Id, start: _Text | None = ..., interval: Literal["day", "month"] | None = ..., limit: int | None = ..., offset: int | None = ..., count: bool | None = ..., **_options: Unpack[_Options]) -> Stream: ...
    @overload
    def __call__(self, *, start: _Text | None = ..., interval: Literal["day", "month"] | None = ..., limit: int | None = ..., offset: int | None = ..., count: bool | None = ..., **_options: Unpack[_Options]) -> Stage: ...

get_identity_snapshots: _get_identity_snapshots

class _get_identity_start_date(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> str: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

get_identity_start_date: _get_identity_start_date

class _get_identity_summaries(_Command):
    @overload
    def __call__(self, id: _Id, limit: int | None = ..., offset: int | None = ..., count: bool | None = ..., filters: str | Mapping[str, Any] | None = ..., sorters: str | Sequence[str] | None = ..., **_options: Unpack[_Options]) -> Stream: ...
    @overload
    def __call__(self, *, limit: int | None = ..., offset: int | None = ..., count: bool | None = ..., filters: str | Mapping[str, Any] | None = ..., sorters: str | Sequence[str] | None = ..., **_options: Unpack[_Options]) -> Stage: ...

get_identity_summaries: _get_identity_summaries

class _get_identity_summary(_Command):
    @overload
    def __call__(self, id: _Id, identity_summary_id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, id: _Id = ..., **_options: Unpack[_Options]) -> Stage: ...

get_identity_summary: _get_identity_summary

class _get_job(_Command):
    def __call__(self, id: Any = ..., **_options: Unpack[_Common]) -> Record | list[Record]: ...

get_job: _get_job

class _get_jwks_data(_Command):
    def __call__(self, **_options: Unpack[_Options]) -> Record: ...

get_jwks_data: _get_jwks_data

class _get_latest_identity_outlier_snapshots(_Command):
    def __call__(self, type: Literal["LOW_SIMILARITY", "STRUCTURAL"] | None = ..., **_options: Unpack[_Options]) -> list[Record]: ...

get_latest_identity_outlier_snapshots: _get_latest_identity_outlier_snapshots

class _get_launcher(_Command):
    @overload
    def __call__(self, launcher_id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

get_launcher: _get_launcher

class _get_launchers(_Command):
    def __call__(self, filters: str | None = ..., next: _Text | None = ..., limit: int | None = ..., **_options: Unpack[_Options]) -> Record: ...

get_launchers: _get_launchers

class _get_lifecycle_state(_Command):
    @overload
    def __call__(self, identity_profile_id: _Id, lifecycle_state_id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, identity_profile_id: _Id = ..., **_options: Unpack[_Options]) -> Stage: ...

get_lifecycle_state: _get_lifecycle_state

class _get_lifecycle_states(_Command):
    @overload
    def __call__(self, identity_profile_id: _Id, limit: int | None = ..., offset: int | None = ..., count: bool | None = ..., sorters: str | Sequence[str] | None = ..., **_options: Unpack[_Options]) -> Stream: ...
    @overload
    def __call__(self, *, limit: int | None = ..., offset: int | None = ..., count: bool | None = ..., sorters: str | Sequence[str] | None = ..., **_options: Unpack[_Options]) -> Stage: ...

get_lifecycle_states: _get_lifecycle_states

class _get_machine_account(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

get_machine_account: _get_machine_account

class _get_machine_account_mappings(_Command):
    @overload
    def __call__(self, id: _Id, limit: int | None = ..., offset: int | None = ..., **_options: Unpack[_Options]) -> Stream: ...
    @overload
    def __call__(self, *, limit: int | None = ..., offset: int | None = ..., **_options: Unpack[_Options]) -> Stage: ...

get_machine_account_mappings: _get_machine_account_mappings

class _get_machine_account_subtype_by_id(_Command):
    @overload
    def __call__(self, subtype_id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

get_machine_account_subtype_by_id: _get_machine_account_subtype_by_id

class _get_machine_account_subtype_by_technical_name(_Command):
    @overload
    def __call__(self, source_id: _Id, technical_name: _Text, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, source_id: _Id = ..., **_options: Unpack[_Options]) -> Stage: ...

get_machine_account_subtype_by_technical_name: _get_machine_account_subtype_by_technical_name

class _get_machine_account_subtypes(_Command):
    @overload
    def __call__(self, source_id: _Id, filters: str | Mapping[str, Any] | None = ..., sorters: str | Sequence[str] | None = ..., count: bool | None = ..., limit: int | None = ..., offset: int | None = ..., **_options: Unpack[_Options]) -> Stream: ...
    @overload
    def __call__(self, *, filters: str | Mapping[str, Any] | None = ..., sorters: str | Sequence[str] | None = ..., count: bool | None = ..., limit: int | None = ..., offset: int | None = ..., **_options: Unpack[_Options]) -> Stage: ...

get_machine_account_subtypes: _get_machine_account_subtypes

class _get_machine_accounts(_Command):
    def __call__(self, limit: int | None = ..., offset: int | None = ..., count: bool | None = ..., filters: str | Mapping[str, Any] | None = ..., sorters: str | Sequence[str] | None = ..., **_options: Unpack[_Options]) -> Stream: ...

get_machine_accounts: _get_machine_accounts

class _get_machine_classification_config(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

get_machine_classification_config: _get_machine_classification_config

class _get_machine_identities(_Command):
    def __call__(self, filters: str | Mapping[str, Any] | None = ..., sorters: str | Sequence[str] | None = ..., count: bool | None = ..., limit: int | None = ..., offset: int | None = ..., **_options: Unpack[_Options]) -> Stream: ...

get_machine_identities: _get_machine_identities

class _get_machine_identity(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

get_machine_identity: _get_machine_identity

class _get_machine_identity_user_entitlements(_Command):
    def __call__(self, filters: str | Mapping[str, Any] | None = ..., sorters: str | Sequence[str] | None = ..., count: bool | None = ..., limit: int | None = ..., offset: int | None = ..., **_options: Unpack[_Options]) -> Stream: ...

get_machine_identity_user_entitlements: _get_machine_identity_user_entitlements

class _get_mail_from_attributes(_Command):
    @overload
    def __call__(self, identity: _Text, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

get_mail_from_attributes: _get_mail_from_attributes

class _get_managed_client(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

get_managed_client: _get_managed_client

class _get_managed_client_health_indicators(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

get_managed_client_health_indicators: _get_managed_client_health_indicators

class _get_managed_client_status(_Command):
    @overload
    def __call__(self, id: _Id, type: Literal["CCG", "VA", "INTERNAL", "IIQ_HARVESTER", None], **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, type: Literal["CCG", "VA", "INTERNAL", "IIQ_HARVESTER", None], **_options: Unpack[_Options]) -> Stage: ...

get_managed_client_status: _get_managed_client_status

class _get_managed_clients(_Command):
    def __call__(self, offset: int | None = ..., limit: int | None = ..., count: bool | None = ..., filters: str | Mapping[str, Any] | None = ..., **_options: Unpack[_Options]) -> Stream: ...

get_managed_clients: _get_managed_clients

class _get_managed_cluster(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

get_managed_cluster: _get_managed_cluster

class _get_managed_cluster_type(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

get_managed_cluster_type: _get_managed_cluster_type

class _get_managed_cluster_types(_Command):
    def __call__(self, type: _Text | None = ..., pod: _Text | None = ..., org: _Text | None = ..., offset: int | None = ..., limit: int | None = ..., **_options: Unpack[_Options]) -> Stream: ...

get_managed_cluster_types: _get_managed_cluster_types

class _get_managed_clusters(_Command):
    def __call__(self, offset: int | None = ..., limit: int | None = ..., count: bool | None = ..., filters: str | Mapping[str, Any] | None = ..., **_options: Unpack[_Options]) -> Stream: ...

get_managed_clusters: _get_managed_clusters

class _get_manual_discover_applications_csv_template(_Command):
    def __call__(self, **_options: Unpack[_Options]) -> Record: ...

get_manual_discover_applications_csv_template: _get_manual_discover_applications_csv_template

class _get_member(_Command):
    def __call__(self, name: str | Sequence[str] | None = ..., *, member_type: str | Sequence[str] = ..., force: bool = ..., static: bool = ..., **_options: Unpack[_Common]) -> Stage: ...

get_member: _get_member

class _get_mfa_duo_config(_Command):
    def __call__(self, **_options: Unpack[_Options]) -> Record: ...

get_mfa_duo_config: _get_mfa_duo_config

class _get_mfa_kba_config(_Command):
    def __call__(self, all_languages: bool | None = ..., **_options: Unpack[_Options]) -> list[Record]: ...

get_mfa_kba_config: _get_mfa_kba_config

class _get_mfa_okta_config(_Command):
    def __call__(self, **_options: Unpack[_Options]) -> Record: ...

get_mfa_okta_config: _get_mfa_okta_config

class _get_multi_host_integrations(_Command):
    @overload
    def __call__(self, multihost_id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

get_multi_host_integrations: _get_multi_host_integrations

class _get_multi_host_integrations_list(_Command):
    def __call__(self, offset: int | None = ..., limit: int | None = ..., sorters: str | Sequence[str] | None = ..., filters: str | Mapping[str, Any] | None = ..., count: bool | None = ..., for_subadmin: _Text | None = ..., **_options: Unpack[_Options]) -> Stream: ...

get_multi_host_integrations_list: _get_multi_host_integrations_list

class _get_multi_host_source_creation_errors(_Command):
    @overload
    def __call__(self, multi_host_id: _Id, **_options: Unpack[_Options]) -> list[Record]: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

get_multi_host_source_creation_errors: _get_multi_host_source_creation_errors

class _get_multihost_integration_types(_Command):
    def __call__(self, **_options: Unpack[_Options]) -> list[Record]: ...

get_multihost_integration_types: _get_multihost_integration_types

class _get_native_change_detection_config(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

get_native_change_detection_config: _get_native_change_detection_config

class _get_non_employee_approval(_Command):
    @overload
    def __call__(self, id: _Id, include_detail: bool | None = ..., **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, include_detail: bool | None = ..., **_options: Unpack[_Options]) -> Stage: ...

get_non_employee_approval: _get_non_employee_approval

class _get_non_employee_approval_summary(_Command):
    @overload
    def __call__(self, requested_for: _Text, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

get_non_employee_approval_summary: _get_non_employee_approval_summary

class _get_non_employee_approvals(_Command):
    def __call__(self, requested_for: _Text | None = ..., limit: int | None = ..., offset: int | None = ..., count: bool | None = ..., filters: str | Mapping[str, Any] | None = ..., sorters: str | Sequence[str] | None = ..., **_options: Unpack[_Options]) -> Stream: ...

get_non_employee_approvals: _get_non_employee_approvals

class _get_non_employee_bulk_upload_status(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

get_non_employee_bulk_upload_status: _get_non_employee_bulk_upload_status

class _get_non_employee_record(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

get_non_employee_record: _get_non_employee_record

class _get_non_employee_records(_Command):
    def __call__(self, limit: int | None = ..., offset: int | None = ..., count: bool | None = ..., sorters: str | Sequence[str] | None = ..., filters: str | Mapping[str, Any] | None = ..., **_options: Unpack[_Options]) -> Stream: ...

get_non_employee_records: _get_non_employee_records

class _get_non_employee_request(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

get_non_employee_request: _get_non_employee_request

class _get_non_employee_request_summary(_Command):
    @overload
    def __call__(self, requested_for: _Text, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

get_non_employee_request_summary: _get_non_employee_request_summary

class _get_non_employee_requests(_Command):
    def __call__(self, requested_for: _Text, limit: int | None = ..., offset: int | None = ..., count: bool | None = ..., sorters: str | Sequence[str] | None = ..., filters: str | Mapping[str, Any] | None = ..., **_options: Unpack[_Options]) -> Stream: ...

get_non_employee_requests: _get_non_employee_requests

class _get_non_employee_schema_attribute(_Command):
    @overload
    def __call__(self, attribute_id: _Id, source_id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, attribute_id: _Id = ..., **_options: Unpack[_Options]) -> Stage: ...

get_non_employee_schema_attribute: _get_non_employee_schema_attribute

class _get_non_employee_source(_Command):
    @overload
    def __call__(self, source_id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

get_non_employee_source: _get_non_employee_source

class _get_non_employee_source_schema_attributes(_Command):
    @overload
    def __call__(self, source_id: _Id, **_options: Unpack[_Options]) -> list[Record]: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

get_non_employee_source_schema_attributes: _get_non_employee_source_schema_attributes

class _get_non_employee_sources(_Command):
    def __call__(self, limit: int | None = ..., offset: int | None = ..., count: bool | None = ..., requested_for: _Text | None = ..., non_employee_count: bool | None = ..., sorters: str | Sequence[str] | None = ..., **_options: Unpack[_Options]) -> Stream: ...

get_non_employee_sources: _get_non_employee_sources

class _get_notification_preferences(_Command):
    @overload
    def __call__(self, key: _Text, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

get_notification_preferences: _get_notification_preferences

class _get_notification_template(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

get_notification_template: _get_notification_template

class _get_notification_template_defaults(_Command):
    def __call__(self, limit: int | None = ..., offset: int | None = ..., filters: str | Mapping[str, Any] | None = ..., **_options: Unpack[_Options]) -> Stream: ...

get_notification_template_defaults: _get_notification_template_defaults

class _get_notification_templates(_Command):
    def __call__(self, limit: int | None = ..., offset: int | None = ..., filters: str | Mapping[str, Any] | None = ..., sorters: str | Sequence[str] | None = ..., **_options: Unpack[_Options]) -> Stream: ...

get_notification_templates: _get_notification_templates

class _get_notifications_template_context(_Command):
    def __call__(self, **_options: Unpack[_Options]) -> Record: ...

get_notifications_template_context: _get_notifications_template_context

class _get_oauth_client(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

get_oauth_client: _get_oauth_client

class _get_oauth_clients(_Command):
    def __call__(self, filters: str | None = ..., **_options: Unpack[_Options]) -> list[Record]: ...

get_oauth_clients: _get_oauth_clients

class _get_object_mappings(_Command):
    @overload
    def __call__(self, source_org: _Text, **_options: Unpack[_Options]) -> list[Record]: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

get_object_mappings: _get_object_mappings

class _get_ongoing_role_propagation(_Command):
    def __call__(self, **_options: Unpack[_Options]) -> Record: ...

get_ongoing_role_propagation: _get_ongoing_role_propagation

class _get_org_config(_Command):
    def __call__(self, **_options: Unpack[_Options]) -> Record: ...

get_org_config: _get_org_config

class _get_outlier_contributing_feature_summary(_Command):
    @overload
    def __call__(self, outlier_feature_id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

get_outlier_contributing_feature_summary: _get_outlier_contributing_feature_summary

class _get_outliers_contributing_feature_access_items(_Command):
    @overload
    def __call__(self, outlier_id: _Id, contributing_feature_name: Literal["radical_entitlement_count", "entitlement_count", "max_jaccard_similarity", "mean_max_bundle_concurrency", "single_entitlement_bundle_count", "peerless_score"], limit: int | None = ..., offset: int | None = ..., count: bool | None = ..., access_type: _Text | None = ..., sorters: str | Sequence[str] | None = ..., **_options: Unpack[_Options]) -> Stream: ...
    @overload
    def __call__(self, *, limit: int | None = ..., offset: int | None = ..., count: bool | None = ..., access_type: _Text | None = ..., sorters: str | Sequence[str] | None = ..., outlier_id: _Id = ..., **_options: Unpack[_Options]) -> Stage: ...

get_outliers_contributing_feature_access_items: _get_outliers_contributing_feature_access_items

class _get_owned_user_apps(_Command):
    def __call__(self, limit: int | None = ..., count: bool | None = ..., offset: int | None = ..., filters: str | Mapping[str, Any] | None = ..., **_options: Unpack[_Options]) -> Stream: ...

get_owned_user_apps: _get_owned_user_apps

class _get_owners(_Command):
    @overload
    def __call__(self, app_id: _Id, limit: int | None = ..., offset: int | None = ..., **_options: Unpack[_Options]) -> Stream: ...
    @overload
    def __call__(self, *, limit: int | None = ..., offset: int | None = ..., **_options: Unpack[_Options]) -> Stage: ...

get_owners: _get_owners

class _get_parameter(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

get_parameter: _get_parameter

class _get_parameter_references(_Command):
    @overload
    def __call__(self, id: _Id, sorters: str | Sequence[str] | None = ..., limit: int | None = ..., offset: int | None = ..., **_options: Unpack[_Options]) -> Stream: ...
    @overload
    def __call__(self, *, sorters: str | Sequence[str] | None = ..., limit: int | None = ..., offset: int | None = ..., **_options: Unpack[_Options]) -> Stage: ...

get_parameter_references: _get_parameter_references

class _get_parameter_storage_specification(_Command):
    def __call__(self, accept_language: _Text | None = ..., **_options: Unpack[_Options]) -> None: ...

get_parameter_storage_specification: _get_parameter_storage_specification

class _get_password_change_status(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

get_password_change_status: _get_password_change_status

class _get_password_dictionary(_Command):
    def __call__(self, **_options: Unpack[_Options]) -> str: ...

get_password_dictionary: _get_password_dictionary

class _get_password_org_config(_Command):
    def __call__(self, **_options: Unpack[_Options]) -> Record: ...

get_password_org_config: _get_password_org_config

class _get_password_policies(_Command):
    def __call__(self, limit: int | None = ..., offset: int | None = ..., count: bool | None = ..., **_options: Unpack[_Options]) -> Stream: ...

get_password_policies: _get_password_policies

class _get_password_policy_by_id(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

get_password_policy_by_id: _get_password_policy_by_id

class _get_password_policy_holders_on_source(_Command):
    @overload
    def __call__(self, source_id: _Id, offset: int | None = ..., limit: int | None = ..., count: bool | None = ..., **_options: Unpack[_Options]) -> Stream: ...
    @overload
    def __call__(self, *, offset: int | None = ..., limit: int | None = ..., count: bool | None = ..., **_options: Unpack[_Options]) -> Stage: ...

get_password_policy_holders_on_source: _get_password_policy_holders_on_source

class _get_password_sync_group(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

get_password_sync_group: _get_password_sync_group

class _get_password_sync_groups(_Command):
    def __call__(self, limit: int | None = ..., offset: int | None = ..., count: bool | None = ..., **_options: Unpack[_Options]) -> Stream: ...

get_password_sync_groups: _get_password_sync_groups

class _get_peer_group_outliers(_Command):
    @overload
    def __call__(self, strategy: Literal["entitlement"], limit: int | None = ..., offset: int | None = ..., count: bool | None = ..., **_options: Unpack[_Options]) -> Stream: ...
    @overload
    def __call__(self, *, limit: int | None = ..., offset: int | None = ..., count: bool | None = ..., **_options: Unpack[_Options]) -> Stage: ...

get_peer_group_outliers: _get_peer_group_outliers

class _get_peer_group_outliers_contributing_features(_Command):
    @overload
    def __call__(self, outlier_id: _Id, limit: int | None = ..., offset: int | None = ..., count: bool | None = ..., include_translation_messages: _Text | None = ..., sorters: str | Sequence[str] | None = ..., **_options: Unpack[_Options]) -> Stream: ...
    @overload
    def __call__(self, *, limit: int | None = ..., offset: int | None = ..., count: bool | None = ..., include_translation_messages: _Text | None = ..., sorters: str | Sequence[str] | None = ..., **_options: Unpack[_Options]) -> Stage: ...

get_peer_group_outliers_contributing_features: _get_peer_group_outliers_contributing_features

class _get_pending_approvals(_Command):
    def __call__(self, owner_id: _Text | None = ..., limit: int | None = ..., offset: int | None = ..., count: bool | None = ..., filters: str | Mapping[str, Any] | None = ..., sorters: str | Sequence[str] | None = ..., **_options: Unpack[_Options]) -> Stream: ...

get_pending_approvals: _get_pending_approvals

class _get_pending_certification_tasks(_Command):
    def __call__(self, reviewer_identity: _Text | None = ..., limit: int | None = ..., offset: int | None = ..., count: bool | None = ..., filters: str | Mapping[str, Any] | None = ..., **_options: Unpack[_Options]) -> Stream: ...

get_pending_certification_tasks: _get_pending_certification_tasks

class _get_pending_task_headers(_Command):
    def __call__(self, *, offset: int | None = ..., limit: int | None = ..., count: bool | None = ..., **_options: Unpack[_Common]) -> Record: ...

get_pending_task_headers: _get_pending_task_headers

class _get_pending_tasks(_Command):
    def __call__(self, *, offset: int | None = ..., limit: int | None = ..., count: bool | None = ..., **_options: Unpack[_Common]) -> Stream: ...

get_pending_tasks: _get_pending_tasks

class _get_personal_access_tokens(_Command):
    def __call__(self, owner_id: _Text | None = ..., filters: str | None = ..., **_options: Unpack[_Options]) -> list[Record]: ...

get_personal_access_tokens: _get_personal_access_tokens

class _get_potential_role(_Command):
    @overload
    def __call__(self, session_id: _Id, potential_role_id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, session_id: _Id = ..., **_options: Unpack[_Options]) -> Stage: ...

get_potential_role: _get_potential_role

class _get_potential_role_applications(_Command):
    @overload
    def __call__(self, session_id: _Id, potential_role_id: _Id, filters: str | Mapping[str, Any] | None = ..., offset: int | None = ..., limit: int | None = ..., count: bool | None = ..., **_options: Unpack[_Options]) -> Stream: ...
    @overload
    def __call__(self, *, filters: str | Mapping[str, Any] | None = ..., offset: int | None = ..., limit: int | None = ..., count: bool | None = ..., session_id: _Id = ..., **_options: Unpack[_Options]) -> Stage: ...

get_potential_role_applications: _get_potential_role_applications

class _get_potential_role_entitlements(_Command):
    @overload
    def __call__(self, session_id: _Id, potential_role_id: _Id, filters: str | Mapping[str, Any] | None = ..., offset: int | None = ..., limit: int | None = ..., count: bool | None = ..., **_options: Unpack[_Options]) -> Stream: ...
    @overload
    def __call__(self, *, filters: str | Mapping[str, Any] | None = ..., offset: int | None = ..., limit: int | None = ..., count: bool | None = ..., session_id: _Id = ..., **_options: Unpack[_Options]) -> Stage: ...

get_potential_role_entitlements: _get_potential_role_entitlements

class _get_potential_role_source_identity_usage(_Command):
    @overload
    def __call__(self, potential_role_id: _Id, source_id: _Id, sorters: str | Sequence[str] | None = ..., offset: int | None = ..., limit: int | None = ..., count: bool | None = ..., **_options: Unpack[_Options]) -> Stream: ...
    @overload
    def __call__(self, *, sorters: str | Sequence[str] | None = ..., offset: int | None = ..., limit: int | None = ..., count: bool | None = ..., potential_role_id: _Id = ..., **_options: Unpack[_Options]) -> Stage: ...

get_potential_role_source_identity_usage: _get_potential_role_source_identity_usage

class _get_potential_role_summaries(_Command):
    @overload
    def __call__(self, session_id: _Id, sorters: str | Sequence[str] | None = ..., filters: str | Mapping[str, Any] | None = ..., offset: int | None = ..., limit: int | None = ..., count: bool | None = ..., **_options: Unpack[_Options]) -> Stream: ...
    @overload
    def __call__(self, *, sorters: str | Sequence[str] | None = ..., filters: str | Mapping[str, Any] | None = ..., offset: int | None = ..., limit: int | None = ..., count: bool | None = ..., **_options: Unpack[_Options]) -> Stage: ...

get_potential_role_summaries: _get_potential_role_summaries

class _get_privilege_criteria(_Command):
    @overload
    def __call__(self, filters: str, **_options: Unpack[_Options]) -> list[Record]: ...
    @overload
    def __call__(self, criteria_id: _Id, **_options: Unpack[_Options]) -> Record: ...

get_privilege_criteria: _get_privilege_criteria

class _get_privilege_criteria_config(_Command):
    @overload
    def __call__(self, filters: str, **_options: Unpack[_Options]) -> list[Record]: ...
    @overload
    def __call__(self, criteria_config_id: _Id, **_options: Unpack[_Options]) -> Record: ...

get_privilege_criteria_config: _get_privilege_criteria_config

class _get_profile(_Command):
    def __call__(self, name: str | None = ..., **_options: Unpack[_Common]) -> Record | list[Record]: ...

get_profile: _get_profile

class _get_profile_config(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

get_profile_config: _get_profile_config

class _get_profile_config_list(_Command):
    def __call__(self, **_options: Unpack[_Options]) -> list[Record]: ...

get_profile_config_list: _get_profile_config_list

class _get_provisioning_policies(_Command):
    @overload
    def __call__(self, source_id: _Id, **_options: Unpack[_Options]) -> list[Record]: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

get_provisioning_policies: _get_provisioning_policies

class _get_provisioning_policy(_Command):
    @overload
    def __call__(self, source_id: _Id, usage_type: Literal["CREATE", "UPDATE", "ENABLE", "DISABLE", "DELETE", "ASSIGN", "UNASSIGN", "CREATE_GROUP", "UPDATE_GROUP", "DELETE_GROUP", "REGISTER", "CREATE_IDENTITY", "UPDATE_IDENTITY", "EDIT_GROUP", "UNLOCK", "CHANGE_PASSWORD"], **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, source_id: _Id = ..., **_options: Unpack[_Options]) -> Stage: ...

get_provisioning_policy: _get_provisioning_policy

class _get_public_identities(_Command):
    def __call__(self, limit: int | None = ..., offset: int | None = ..., count: bool | None = ..., filters: str | Mapping[str, Any] | None = ..., add_core_filters: bool | None = ..., sorters: str | Sequence[str] | None = ..., **_options: Unpack[_Options]) -> Stream: ...

get_public_identities: _get_public_identities

class _get_public_identity_config(_Command):
    def __call__(self, **_options: Unpack[_Options]) -> Record: ...

get_public_identity_config: _get_public_identity_config

class _get_random(_Command):
    def __call__(self, maximum: Any = ..., minimum: float = ..., *, count: int | None = ..., shuffle: bool = ..., set_seed: int | None = ..., **_options: Unpack[_Common]) -> Any: ...

get_random: _get_random

class _get_reassignment_config_types(_Command):
    def __call__(self, **_options: Unpack[_Options]) -> list[Record]: ...

get_reassignment_config_types: _get_reassignment_config_types

class _get_reassignment_configuration(_Command):
    @overload
    def __call__(self, identity_id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

get_reassignment_configuration: _get_reassignment_configuration

class _get_reassignment_configurations(_Command):
    def __call__(self, **_options: Unpack[_Options]) -> list[Record]: ...

get_reassignment_configurations: _get_reassignment_configurations

class _get_recommendations(_Command):
    def __call__(self, recommendation_request_dto: _Body = ..., *, requests: Sequence[_Body] = ..., exclude_interpretations: bool = ..., include_translation_messages: bool = ..., include_debug_information: bool = ..., prescribe_mode: bool = ..., **_options: Unpack[_Options]) -> Record: ...

get_recommendations: _get_recommendations

class _get_recommendations_config(_Command):
    def __call__(self, **_options: Unpack[_Options]) -> Record: ...

get_recommendations_config: _get_recommendations_config

class _get_report(_Command):
    @overload
    def __call__(self, task_result_id: _Id, file_format: Literal["csv", "pdf"], name: _Text | None = ..., auditable: bool | None = ..., **_options: Unpack[_File_options]) -> Path: ...
    @overload
    def __call__(self, *, file_format: Literal["csv", "pdf"], name: _Text | None = ..., auditable: bool | None = ..., **_options: Unpack[_File_options]) -> Stage: ...

get_report: _get_report

class _get_report_result(_Command):
    @overload
    def __call__(self, task_result_id: _Id, completed: bool | None = ..., **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, completed: bool | None = ..., **_options: Unpack[_Options]) -> Stage: ...

get_report_result: _get_report_result

class _get_requestable_objects(_Command):
    def __call__(self, identity_id: _Text | None = ..., types: Literal["ACCESS_PROFILE", "ROLE"] | None = ..., term: _Text | None = ..., statuses: Literal["AVAILABLE", "PENDING", "ASSIGNED", None] | None = ..., limit: int | None = ..., offset: int | None = ..., count: bool | None = ..., filters: str | Mapping[str, Any] | None = ..., sorters: str | Sequence[str] | None = ..., **_options: Unpack[_Options]) -> Stream: ...

get_requestable_objects: _get_requestable_objects

class _get_role(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

get_role: _get_role

class _get_role_assigned_identities(_Command):
    @overload
    def __call__(self, id: _Id, limit: int | None = ..., offset: int | None = ..., count: bool | None = ..., filters: str | Mapping[str, Any] | None = ..., sorters: str | Sequence[str] | None = ..., **_options: Unpack[_Options]) -> Stream: ...
    @overload
    def __call__(self, *, limit: int | None = ..., offset: int | None = ..., count: bool | None = ..., filters: str | Mapping[str, Any] | None = ..., sorters: str | Sequence[str] | None = ..., **_options: Unpack[_Options]) -> Stage: ...

get_role_assigned_identities: _get_role_assigned_identities

class _get_role_assignment(_Command):
    @overload
    def __call__(self, identity_id: _Id, assignment_id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, identity_id: _Id = ..., **_options: Unpack[_Options]) -> Stage: ...

get_role_assignment: _get_role_assignment

class _get_role_assignments(_Command):
    @overload
    def __call__(self, identity_id: _Id, role_id: _Text | None = ..., role_name: _Text | None = ..., **_options: Unpack[_Options]) -> list[Any]: ...
    @overload
    def __call__(self, *, role_id: _Text | None = ..., role_name: _Text | None = ..., **_options: Unpack[_Options]) -> Stage: ...

get_role_assignments: _get_role_assignments

class _get_role_entitlements(_Command):
    @overload
    def __call__(self, id: _Id, limit: int | None = ..., offset: int | None = ..., count: bool | None = ..., filters: str | Mapping[str, Any] | None = ..., sorters: str | Sequence[str] | None = ..., **_options: Unpack[_Options]) -> Stream: ...
    @overload
    def __call__(self, *, limit: int | None = ..., offset: int | None = ..., count: bool | None = ..., filters: str | Mapping[str, Any] | None = ..., sorters: str | Sequence[str] | None = ..., **_options: Unpack[_Options]) -> Stage: ...

get_role_entitlements: _get_role_entitlements

class _get_role_insight(_Command):
    @overload
    def __call__(self, insight_id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

get_role_insight: _get_role_insight

class _get_role_insights(_Command):
    def __call__(self, offset: int | None = ..., limit: int | None = ..., count: bool | None = ..., sorters: str | Sequence[str] | None = ..., filters: str | Mapping[str, Any] | None = ..., **_options: Unpack[_Options]) -> Stream: ...

get_role_insights: _get_role_insights

class _get_role_insights_current_entitlements(_Command):
    @overload
    def __call__(self, insight_id: _Id, filters: str | None = ..., **_options: Unpack[_Options]) -> list[Record]: ...
    @overload
    def __call__(self, *, filters: str | None = ..., **_options: Unpack[_Options]) -> Stage: ...

get_role_insights_current_entitlements: _get_role_insights_current_entitlements

class _get_role_insights_entitlements_changes(_Command):
    @overload
    def __call__(self, insight_id: _Id, sorters: str | Sequence[str] | None = ..., filters: str | None = ..., **_options: Unpack[_Options]) -> list[Record]: ...
    @overload
    def __call__(self, *, sorters: str | Sequence[str] | None = ..., filters: str | None = ..., **_options: Unpack[_Options]) -> Stage: ...

get_role_insights_entitlements_changes: _get_role_insights_entitlements_changes

class _get_role_insights_requests(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

get_role_insights_requests: _get_role_insights_requests

class _get_role_insights_summary(_Command):
    def __call__(self, **_options: Unpack[_Options]) -> Record: ...

get_role_insights_summary: _get_role_insights_summary

class _get_role_mining_potential_role(_Command):
    @overload
    def __call__(self, potential_role_id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

get_role_mining_potential_role: _get_role_mining_potential_role

class _get_role_mining_session(_Command):
    @overload
    def __call__(self, session_id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

get_role_mining_session: _get_role_mining_session

class _get_role_mining_session_status(_Command):
    @overload
    def __call__(self, session_id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

get_role_mining_session_status: _get_role_mining_session_status

class _get_role_mining_sessions(_Command):
    def __call__(self, filters: str | Mapping[str, Any] | None = ..., sorters: str | Sequence[str] | None = ..., offset: int | None = ..., limit: int | None = ..., count: bool | None = ..., **_options: Unpack[_Options]) -> Stream: ...

get_role_mining_sessions: _get_role_mining_sessions

class _get_role_propagation_config(_Command):
    def __call__(self, **_options: Unpack[_Options]) -> Record: ...

get_role_propagation_config: _get_role_propagation_config

class _get_role_propagation_status(_Command):
    @overload
    def __call__(self, role_propagation_id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

get_role_propagation_status: _get_role_propagation_status

class _get_roles(_Command):
    def __call__(self, for_subadmin: _Text | None = ..., limit: int | None = ..., offset: int | None = ..., count: bool | None = ..., filters: str | Mapping[str, Any] | None = ..., sorters: str | Sequence[str] | None = ..., for_segment_ids: str | Sequence[str] | None = ..., include_unsegmented: bool | None = ..., **_options: Unpack[_Options]) -> Stream: ...

get_roles: _get_roles

class _get_sailpoint_command(_Command):
    def __call__(self, name: str = ..., *, verb: str | None = ..., noun: str | None = ..., tag: str | None = ..., generation: str | None = ..., legacy: bool = ..., **_options: Unpack[_Common]) -> Stream: ...

get_sailpoint_command: _get_sailpoint_command

class _get_saved_potential_roles(_Command):
    def __call__(self, sorters: str | Sequence[str] | None = ..., offset: int | None = ..., limit: int | None = ..., count: bool | None = ..., **_options: Unpack[_Options]) -> Stream: ...

get_saved_potential_roles: _get_saved_potential_roles

class _get_saved_search(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

get_saved_search: _get_saved_search

class _get_saved_searches(_Command):
    def __call__(self, offset: int | None = ..., limit: int | None = ..., count: bool | None = ..., filters: str | Mapping[str, Any] | None = ..., **_options: Unpack[_Options]) -> Stream: ...

get_saved_searches: _get_saved_searches

class _get_schedule(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

get_schedule: _get_schedule

class _get_scheduled_actions(_Command):
    def __call__(self, **_options: Unpack[_Options]) -> list[Record]: ...

get_scheduled_actions: _get_scheduled_actions

class _get_scheduled_search(_Command):
    @overload
    def __call__(self, offset: int | None = ..., limit: int | None = ..., count: bool | None = ..., filters: str | Mapping[str, Any] | None = ..., **_options: Unpack[_Options]) -> Stream: ...
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> Record: ...

get_scheduled_search: _get_scheduled_search

class _get_schedules(_Command):
    def __call__(self, filters: str | Mapping[str, Any] | None = ..., limit: int | None = ..., offset: int | None = ..., count: bool | None = ..., **_options: Unpack[_Options]) -> Stream: ...

get_schedules: _get_schedules

class _get_search_attribute_config(_Command):
    def __call__(self, limit: int | None = ..., offset: int | None = ..., **_options: Unpack[_Options]) -> Stream: ...

get_search_attribute_config: _get_search_attribute_config

class _get_sed_batch_stats(_Command):
    @overload
    def __call__(self, batch_id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

get_sed_batch_stats: _get_sed_batch_stats

class _get_sed_batches(_Command):
    def __call__(self, offset: int | None = ..., limit: int | None = ..., count: bool | None = ..., count_only: bool | None = ..., status: _Text | None = ..., **_options: Unpack[_Options]) -> Stream: ...

get_sed_batches: _get_sed_batches

class _get_seds(_Command):
    def __call__(self, limit: int | None = ..., offset: int | None = ..., count: bool | None = ..., filters: str | Mapping[str, Any] | None = ..., sorters: str | Sequence[str] | None = ..., count_only: bool | None = ..., requested_by_anyone: bool | None = ..., show_pending_status_only: bool | None = ..., **_options: Unpack[_Options]) -> Stream: ...

get_seds: _get_seds

class _get_segment(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

get_segment: _get_segment

class _get_segments(_Command):
    def __call__(self, limit: int | None = ..., offset: int | None = ..., count: bool | None = ..., **_options: Unpack[_Options]) -> Stream: ...

get_segments: _get_segments

class _get_service_desk_integration(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

get_service_desk_integration: _get_service_desk_integration

class _get_service_desk_integration_template(_Command):
    @overload
    def __call__(self, script_name: _Text, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

get_service_desk_integration_template: _get_service_desk_integration_template

class _get_service_desk_integration_types(_Command):
    def __call__(self, **_options: Unpack[_Options]) -> list[Record]: ...

get_service_desk_integration_types: _get_service_desk_integration_types

class _get_service_desk_integrations(_Command):
    def __call__(self, offset: int | None = ..., limit: int | None = ..., sorters: str | Sequence[str] | None = ..., filters: str | Mapping[str, Any] | None = ..., count: bool | None = ..., **_options: Unpack[_Options]) -> Stream: ...

get_service_desk_integrations: _get_service_desk_integrations

class _get_sim_integration(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

get_sim_integration: _get_sim_integration

class _get_sim_integrations(_Command):
    def __call__(self, **_options: Unpack[_Options]) -> list[Record]: ...

get_sim_integrations: _get_sim_integrations

class _get_single_search_attribute_config(_Command):
    @overload
    def __call__(self, name: _Text, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

get_single_search_attribute_config: _get_single_search_attribute_config

class _get_sod_all_report_run_status(_Command):
    def __call__(self, **_options: Unpack[_Options]) -> Record: ...

get_sod_all_report_run_status: _get_sod_all_report_run_status

class _get_sod_policies(_Command):
    def __call__(self, limit: int | None = ..., offset: int | None = ..., count: bool | None = ..., filters: str | Mapping[str, Any] | None = ..., sorters: str | Sequence[str] | None = ..., **_options: Unpack[_Options]) -> Stream: ...

get_sod_policies: _get_sod_policies

class _get_sod_policy(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

get_sod_policy: _get_sod_policy

class _get_sod_policy_schedule(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

get_sod_policy_schedule: _get_sod_policy_schedule

class _get_sod_violation_report_run_status(_Command):
    @overload
    def __call__(self, report_result_id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

get_sod_violation_report_run_status: _get_sod_violation_report_run_status

class _get_sod_violation_report_status(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

get_sod_violation_report_status: _get_sod_violation_report_status

class _get_source(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

get_source: _get_source

class _get_source_app(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

get_source_app: _get_source_app

class _get_source_attr_sync_config(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

get_source_attr_sync_config: _get_source_attr_sync_config

class _get_source_config(_Command):
    @overload
    def __call__(self, id: _Id, locale: Literal["de", False, "fi", "sv", "ru", "pt", "ko", "zh-TW", "en", "it", "fr", "zh-CN", "hu", "es", "cs", "ja", "pl", "da", "nl"] | None = ..., **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, locale: Literal["de", False, "fi", "sv", "ru", "pt", "ko", "zh-TW", "en", "it", "fr", "zh-CN", "hu", "es", "cs", "ja", "pl", "da", "nl"] | None = ..., **_options: Unpack[_Options]) -> Stage: ...

get_source_config: _get_source_config

class _get_source_connections(_Command):
    @overload
    def __call__(self, source_id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

get_source_connections: _get_source_connections

class _get_source_entitlement_request_config(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

get_source_entitlement_request_config: _get_source_entitlement_request_config

class _get_source_health(_Command):
    @overload
    def __call__(self, source_id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

get_source_health: _get_source_health

class _get_source_schedule(_Command):
    @overload
    def __call__(self, source_id: _Id, schedule_type: Literal["ACCOUNT_AGGREGATION", "GROUP_AGGREGATION"], **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, source_id: _Id = ..., **_options: Unpack[_Options]) -> Stage: ...

get_source_schedule: _get_source_schedule

class _get_source_schedules(_Command):
    @overload
    def __call__(self, source_id: _Id, **_options: Unpack[_Options]) -> list[Record]: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

get_source_schedules: _get_source_schedules

class _get_source_schema(_Command):
    @overload
    def __call__(self, source_id: _Id, schema_id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, source_id: _Id = ..., **_options: Unpack[_Options]) -> Stage: ...

get_source_schema: _get_source_schema

class _get_source_schemas(_Command):
    @overload
    def __call__(self, source_id: _Id, include_types: Literal["group", "user"] | None = ..., include_names: _Text | None = ..., **_options: Unpack[_Options]) -> list[Record]: ...
    @overload
    def __call__(self, *, include_types: Literal["group", "user"] | None = ..., include_names: _Text | None = ..., **_options: Unpack[_Options]) -> Stage: ...

get_source_schemas: _get_source_schemas

class _get_sources(_Command):
    def __call__(self, limit: int | None = ..., offset: int | None = ..., count: bool | None = ..., filters: str | Mapping[str, Any] | None = ..., sorters: str | Sequence[str] | None = ..., for_subadmin: _Text | None = ..., include_idn_source: bool | None = ..., **_options: Unpack[_Options]) -> Stream: ...

get_sources: _get_sources

class _get_sources_within_multi_host(_Command):
    @overload
    def __call__(self, multihost_id: _Id, offset: int | None = ..., limit: int | None = ..., sorters: str | Sequence[str] | None = ..., filters: str | Mapping[str, Any] | None = ..., count: bool | None = ..., **_options: Unpack[_Options]) -> Stream: ...
    @overload
    def __call__(self, *, offset: int | None = ..., limit: int | None = ..., sorters: str | Sequence[str] | None = ..., filters: str | Mapping[str, Any] | None = ..., count: bool | None = ..., **_options: Unpack[_Options]) -> Stage: ...

get_sources_within_multi_host: _get_sources_within_multi_host

class _get_sp_config_export(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

get_sp_config_export: _get_sp_config_export

class _get_sp_config_export_status(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

get_sp_config_export_status: _get_sp_config_export_status

class _get_sp_config_import(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

get_sp_config_import: _get_sp_config_import

class _get_sp_config_import_status(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

get_sp_config_import_status: _get_sp_config_import_status

class _get_sp_config_objects(_Command):
    def __call__(self, **_options: Unpack[_Options]) -> list[Record]: ...

get_sp_config_objects: _get_sp_config_objects

class _get_ssf_configuration(_Command):
    def __call__(self, **_options: Unpack[_Options]) -> Record: ...

get_ssf_configuration: _get_ssf_configuration

class _get_started(_Command):
    def __call__(self, step: int | None = ..., *, stop: bool = ..., **_options: Unpack[_Common]) -> None: ...

get_started: _get_started

class _get_status_by_source_id(_Command):
    @overload
    def __call__(self, source_id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

get_status_by_source_id: _get_status_by_source_id

class _get_status_check_details(_Command):
    def __call__(self, **_options: Unpack[_Options]) -> Record: ...

get_status_check_details: _get_status_check_details

class _get_stream(_Command):
    def __call__(self, stream_id: _Text | None = ..., **_options: Unpack[_Options]) -> Any: ...

get_stream: _get_stream

class _get_stream_status(_Command):
    def __call__(self, stream_id: _Text, **_options: Unpack[_Options]) -> Record: ...

get_stream_status: _get_stream_status

class _get_subscriptions(_Command):
    def __call__(self, limit: int | None = ..., offset: int | None = ..., count: bool | None = ..., filters: str | Mapping[str, Any] | None = ..., sorters: str | Sequence[str] | None = ..., **_options: Unpack[_Options]) -> Stream: ...

get_subscriptions: _get_subscriptions

class _get_tag_by_id(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

get_tag_by_id: _get_tag_by_id

class _get_tagged_object(_Command):
    @overload
    def __call__(self, type: Literal["ACCESS_PROFILE", "APPLICATION", "CAMPAIGN", "ENTITLEMENT", "IDENTITY", "ROLE", "SOD_POLICY", "SOURCE"], id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, type: Literal["ACCESS_PROFILE", "APPLICATION", "CAMPAIGN", "ENTITLEMENT", "IDENTITY", "ROLE", "SOD_POLICY", "SOURCE"] = ..., **_options: Unpack[_Options]) -> Stage: ...

get_tagged_object: _get_tagged_object

class _get_tagged_objects(_Command):
    def __call__(self, limit: int | None = ..., offset: int | None = ..., count: bool | None = ..., filters: str | Mapping[str, Any] | None = ..., **_options: Unpack[_Options]) -> Stream: ...

get_tagged_objects: _get_tagged_objects

class _get_tagged_objects_by_type(_Command):
    @overload
    def __call__(self, type: Literal["ACCESS_PROFILE", "APPLICATION", "CAMPAIGN", "ENTITLEMENT", "IDENTITY", "ROLE", "SOD_POLICY", "SOURCE"], limit: int | None = ..., offset: int | None = ..., count: bool | None = ..., filters: str | Mapping[str, Any] | None = ..., **_options: Unpack[_Options]) -> Stream: ...
    @overload
    def __call__(self, *, limit: int | None = ..., offset: int | None = ..., count: bool | None = ..., filters: str | Mapping[str, Any] | None = ..., **_options: Unpack[_Options]) -> Stage: ...

get_tagged_objects_by_type: _get_tagged_objects_by_type

class _get_tags(_Command):
    def __call__(self, limit: int | None = ..., offset: int | None = ..., count: bool | None = ..., filters: str | Mapping[str, Any] | None = ..., sorters: str | Sequence[str] | None = ..., **_options: Unpack[_Options]) -> Stream: ...

get_tags: _get_tags

class _get_task(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

get_task: _get_task

class _get_task_status(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

get_task_status: _get_task_status

class _get_task_status_list(_Command):
    def __call__(self, limit: int | None = ..., offset: int | None = ..., count: bool | None = ..., filters: str | Mapping[str, Any] | None = ..., sorters: str | Sequence[str] | None = ..., **_options: Unpack[_Options]) -> Stream: ...

get_task_status_list: _get_task_status_list

class _get_tasks(_Command):
    def __call__(self, filters: str | Mapping[str, Any] | None = ..., limit: int | None = ..., offset: int | None = ..., count: bool | None = ..., **_options: Unpack[_Options]) -> Stream: ...

get_tasks: _get_tasks

class _get_tenant(_Command):
    def __call__(self, **_options: Unpack[_Options]) -> Record: ...

get_tenant: _get_tenant

class _get_tenant_config_configuration(_Command):
    def __call__(self, **_options: Unpack[_Options]) -> Record: ...

get_tenant_config_configuration: _get_tenant_config_configuration

class _get_tenant_context(_Command):
    def __call__(self, **_options: Unpack[_Options]) -> list[Record]: ...

get_tenant_context: _get_tenant_context

class _get_tenant_ui_metadata(_Command):
    def __call__(self, **_options: Unpack[_Options]) -> Record: ...

get_tenant_ui_metadata: _get_tenant_ui_metadata

class _get_total_count(_Command):
    def __call__(self, filters: str | None = ..., **_options: Unpack[_Options]) -> Any: ...

get_total_count: _get_total_count

class _get_transform(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

get_transform: _get_transform

class _get_transforms(_Command):
    def __call__(self, offset: int | None = ..., limit: int | None = ..., count: bool | None = ..., name: _Text | None = ..., filters: str | Mapping[str, Any] | None = ..., **_options: Unpack[_Options]) -> Stream: ...

get_transforms: _get_transforms

class _get_trigger_invocation_status(_Command):
    def __call__(self, limit: int | None = ..., offset: int | None = ..., count: bool | None = ..., filters: str | Mapping[str, Any] | None = ..., sorters: str | Sequence[str] | None = ..., **_options: Unpack[_Options]) -> Stream: ...

get_trigger_invocation_status: _get_trigger_invocation_status

class _get_triggers(_Command):
    def __call__(self, limit: int | None = ..., offset: int | None = ..., count: bool | None = ..., filters: str | Mapping[str, Any] | None = ..., sorters: str | Sequence[str] | None = ..., **_options: Unpack[_Options]) -> Stream: ...

get_triggers: _get_triggers

class _get_unique(_Command):
    def __call__(self, *, as_string: bool = ..., on_type: bool = ..., case_insensitive: bool = ..., **_options: Unpack[_Common]) -> Stage: ...

get_unique: _get_unique

class _get_uploaded_configuration(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

get_uploaded_configuration: _get_uploaded_configuration

class _get_uploaded_configurations(_Command):
    def __call__(self, filters: str | None = ..., **_options: Unpack[_Options]) -> list[Record]: ...

get_uploaded_configurations: _get_uploaded_configurations

class _get_usages_by_account_id(_Command):
    @overload
    def __call__(self, account_id: _Id, limit: int | None = ..., offset: int | None = ..., count: bool | None = ..., sorters: str | Sequence[str] | None = ..., **_options: Unpack[_Options]) -> Stream: ...
    @overload
    def __call__(self, *, limit: int | None = ..., offset: int | None = ..., count: bool | None = ..., sorters: str | Sequence[str] | None = ..., **_options: Unpack[_Options]) -> Stage: ...

get_usages_by_account_id: _get_usages_by_account_id

class _get_usages_by_source_id(_Command):
    @overload
    def __call__(self, source_id: _Id, limit: int | None = ..., offset: int | None = ..., count: bool | None = ..., sorters: str | Sequence[str] | None = ..., **_options: Unpack[_Options]) -> Stream: ...
    @overload
    def __call__(self, *, limit: int | None = ..., offset: int | None = ..., count: bool | None = ..., sorters: str | Sequence[str] | None = ..., **_options: Unpack[_Options]) -> Stage: ...

get_usages_by_source_id: _get_usages_by_source_id

class _get_user_level(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

get_user_level: _get_user_level

class _get_user_level_identities(_Command):
    @overload
    def __call__(self, id: _Id, count: bool | None = ..., sorters: str | Sequence[str] | None = ..., limit: int | None = ..., offset: int | None = ..., **_options: Unpack[_Options]) -> Stream: ...
    @overload
    def __call__(self, *, count: bool | None = ..., sorters: str | Sequence[str] | None = ..., limit: int | None = ..., offset: int | None = ..., **_options: Unpack[_Options]) -> Stage: ...

get_user_level_identities: _get_user_level_identities

class _get_user_levels(_Command):
    def __call__(self, detail_level: Literal["FULL", "SLIM"] | None = ..., filters: str | Mapping[str, Any] | None = ..., sorters: str | Sequence[str] | None = ..., limit: int | None = ..., offset: int | None = ..., **_options: Unpack[_Options]) -> Stream: ...

get_user_levels: _get_user_levels

class _get_valid_time_zones(_Command):
    def __call__(self, limit: int | None = ..., offset: int | None = ..., count: bool | None = ..., **_options: Unpack[_Options]) -> Stream: ...

get_valid_time_zones: _get_valid_time_zones

class _get_work_item(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

get_work_item: _get_work_item

class _get_work_items(_Command):
    def __call__(self, limit: int | None = ..., offset: int | None = ..., count: bool | None = ..., owner_id: _Text | None = ..., **_options: Unpack[_Options]) -> Stream: ...

get_work_items: _get_work_items

class _get_work_items_summary(_Command):
    def __call__(self, owner_id: _Text | None = ..., **_options: Unpack[_Options]) -> Record: ...

get_work_items_summary: _get_work_items_summary

class _get_workflow(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

get_workflow: _get_workflow

class _get_workflow_execution(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> list[Record]: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

get_workflow_execution: _get_workflow_execution

class _get_workflow_execution_history(_Command):
    @overload
    def __call__(self, id: _Id, limit: int | None = ..., offset: int | None = ..., **_options: Unpack[_Options]) -> Stream: ...
    @overload
    def __call__(self, *, limit: int | None = ..., offset: int | None = ..., **_options: Unpack[_Options]) -> Stage: ...

get_workflow_execution_history: _get_workflow_execution_history

class _get_workflow_execution_history_v2(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

get_workflow_execution_history_v2: _get_workflow_execution_history_v2

class _get_workflow_executions(_Command):
    @overload
    def __call__(self, id: _Id, limit: int | None = ..., offset: int | None = ..., filters: str | Mapping[str, Any] | None = ..., **_options: Unpack[_Options]) -> Stream: ...
    @overload
    def __call__(self, *, limit: int | None = ..., offset: int | None = ..., filters: str | Mapping[str, Any] | None = ..., **_options: Unpack[_Options]) -> Stage: ...

get_workflow_executions: _get_workflow_executions

class _get_workflow_library_actions(_Command):
    def __call__(self, limit: int | None = ..., offset: int | None = ..., filters: str | Mapping[str, Any] | None = ..., **_options: Unpack[_Options]) -> Stream: ...

get_workflow_library_actions: _get_workflow_library_actions

class _get_workflow_library_operators(_Command):
    def __call__(self, **_options: Unpack[_Options]) -> list[Record]: ...

get_workflow_library_operators: _get_workflow_library_operators

class _get_workflow_library_triggers(_Command):
    def __call__(self, limit: int | None = ..., offset: int | None = ..., filters: str | Mapping[str, Any] | None = ..., **_options: Unpack[_Options]) -> Stream: ...

get_workflow_library_triggers: _get_workflow_library_triggers

class _get_workflows(_Command):
    def __call__(self, **_options: Unpack[_Options]) -> list[Record]: ...

get_workflows: _get_workflows

class _get_workgroup(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

get_workgroup: _get_workgroup

class _get_workgroup_members(_Command):
    @overload
    def __call__(self, workgroup_id: _Id, offset: int | None = ..., limit: int | None = ..., count: bool | None = ..., sorters: str | Sequence[str] | None = ..., **_options: Unpack[_Options]) -> Stream: ...
    @overload
    def __call__(self, *, offset: int | None = ..., limit: int | None = ..., count: bool | None = ..., sorters: str | Sequence[str] | None = ..., **_options: Unpack[_Options]) -> Stage: ...

get_workgroup_members: _get_workgroup_members

class _get_workgroups(_Command):
    def __call__(self, offset: int | None = ..., limit: int | None = ..., count: bool | None = ..., filters: str | Mapping[str, Any] | None = ..., sorters: str | Sequence[str] | None = ..., **_options: Unpack[_Options]) -> Stream: ...

get_workgroups: _get_workgroups

class _group_object(_Command):
    def __call__(self, *properties: Any, property: Any = ..., no_element: bool = ..., as_hash_table: bool = ..., as_string: bool = ..., case_sensitive: bool = ..., culture: str | None = ..., **_options: Unpack[_Common]) -> Stage: ...

group_object: _group_object

class _import_accounts(_Command):
    @overload
    def __call__(self, id: _Id, file: _File = ..., disable_optimization: _Text = ..., **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, file: _File = ..., disable_optimization: _Text = ..., **_options: Unpack[_Options]) -> Stage: ...

import_accounts: _import_accounts

class _import_accounts_schema(_Command):
    @overload
    def __call__(self, id: _Id, file: _File = ..., **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, file: _File = ..., **_options: Unpack[_Options]) -> Stage: ...

import_accounts_schema: _import_accounts_schema

class _import_connector_file(_Command):
    @overload
    def __call__(self, source_id: _Id, file: _File = ..., **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, file: _File = ..., **_options: Unpack[_Options]) -> Stage: ...

import_connector_file: _import_connector_file

class _import_csv(_Command):
    @overload
    def __call__(self, path: Any, delimiter: str | None = ..., *, header: Sequence[str] | str | None = ..., encoding: str | None = ..., use_culture: bool = ..., **_options: Unpack[_Common]) -> Stream: ...
    @overload
    def __call__(self, *, delimiter: str | None = ..., header: Sequence[str] | str | None = ..., encoding: str | None = ..., use_culture: bool = ..., **_options: Unpack[_Common]) -> Stage: ...

import_csv: _import_csv

class _import_entitlements(_Command):
    @overload
    def __call__(self, source_id: _Id, file: _File = ..., **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, file: _File = ..., **_options: Unpack[_Options]) -> Stage: ...

import_entitlements: _import_entitlements

class _import_entitlements_by_source(_Command):
    @overload
    def __call__(self, id: _Id, csv_file: _File = ..., **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, csv_file: _File = ..., **_options: Unpack[_Options]) -> Stage: ...

import_entitlements_by_source: _import_entitlements_by_source

class _import_entitlements_schema(_Command):
    @overload
    def __call__(self, id: _Id, schema_name: _Text | None = ..., file: _File = ..., **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, schema_name: _Text | None = ..., file: _File = ..., **_options: Unpack[_Options]) -> Stage: ...

import_entitlements_schema: _import_entitlements_schema

class _import_form_definitions(_Command):
    def __call__(self, body: _Bodies = ..., **_options: Unpack[_Options]) -> Record: ...

import_form_definitions: _import_form_definitions

class _import_identity_profiles(_Command):
    def __call__(self, identity_profile_exported_object: _Bodies, **_options: Unpack[_Options]) -> Record: ...

import_identity_profiles: _import_identity_profiles

class _import_non_employee_records_in_bulk(_Command):
    @overload
    def __call__(self, id: _Id, data: _File, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, data: _File, **_options: Unpack[_Options]) -> Stage: ...

import_non_employee_records_in_bulk: _import_non_employee_records_in_bulk

class _import_sp_config(_Command):
    def __call__(self, data: _File, preview: bool | None = ..., options: Mapping[str, Any] = ..., **_options: Unpack[_Options]) -> Record: ...

import_sp_config: _import_sp_config

class _import_uncorrelated_accounts(_Command):
    @overload
    def __call__(self, id: _Id, file: _File = ..., **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, file: _File = ..., **_options: Unpack[_Options]) -> Stage: ...

import_uncorrelated_accounts: _import_uncorrelated_accounts

class _invoke_das_owners_assign_post(_Command):
    def __call__(self, assign_resource_owner_request: _Body = ..., *, app_id: int = ..., full_path: _Text | None = ..., identity_id: _Text = ..., **_options: Unpack[_Options]) -> int: ...

invoke_das_owners_assign_post: _invoke_das_owners_assign_post

class _invoke_das_owners_owner_identity_id_resources_get(_Command):
    @overload
    def __call__(self, owner_identity_id: _Id, limit: int | None = ..., offset: int | None = ..., **_options: Unpack[_Options]) -> Stream: ...
    @overload
    def __call__(self, *, limit: int | None = ..., offset: int | None = ..., **_options: Unpack[_Options]) -> Stage: ...

invoke_das_owners_owner_identity_id_resources_get: _invoke_das_owners_owner_identity_id_resources_get

class _invoke_das_owners_reelect_post(_Command):
    def __call__(self, reelect_request: _Body = ..., *, owner_id: _Text = ..., campaign_name: _Text | None = ..., reviewers: Sequence[_Text] | None = ..., **_options: Unpack[_Options]) -> int: ...

invoke_das_owners_reelect_post: _invoke_das_owners_reelect_post

class _invoke_das_owners_resources_resource_id_get(_Command):
    @overload
    def __call__(self, resource_id: _Id, limit: int | None = ..., offset: int | None = ..., **_options: Unpack[_Options]) -> Stream: ...
    @overload
    def __call__(self, *, limit: int | None = ..., offset: int | None = ..., **_options: Unpack[_Options]) -> Stage: ...

invoke_das_owners_resources_resource_id_get: _invoke_das_owners_resources_resource_id_get

class _invoke_das_owners_source_identity_id_reassign_destination_identity_id_post(_Command):
    @overload
    def __call__(self, source_identity_id: _Id, destination_identity_id: _Id, **_options: Unpack[_Options]) -> int: ...
    @overload
    def __call__(self, *, source_identity_id: _Id = ..., **_options: Unpack[_Options]) -> Stage: ...

invoke_das_owners_source_identity_id_reassign_destination_identity_id_post: _invoke_das_owners_source_identity_id_reassign_destination_identity_id_post

class _invoke_download_role_insights_entitlements_changes(_Command):
    @overload
    def __call__(self, insight_id: _Id, sorters: str | Sequence[str] | None = ..., filters: str | None = ..., **_options: Unpack[_Options]) -> str: ...
    @overload
    def __call__(self, *, sorters: str | Sequence[str] | None = ..., filters: str | None = ..., **_options: Unpack[_Options]) -> Stage: ...

invoke_download_role_insights_entitlements_changes: _invoke_download_role_insights_entitlements_changes

class _invoke_download_role_mining_potential_role_zip(_Command):
    @overload
    def __call__(self, session_id: _Id, potential_role_id: _Id, export_id: _Id, **_options: Unpack[_File_options]) -> Path: ...
    @overload
    def __call__(self, *, session_id: _Id = ..., potential_role_id: _Id = ..., **_options: Unpack[_File_options]) -> Stage: ...

invoke_download_role_mining_potential_role_zip: _invoke_download_role_mining_potential_role_zip

class _invoke_execute_saved_search(_Command):
    @overload
    def __call__(self, id: _Id, search_arguments: _Body = ..., *, schedule_id: _Text = ..., owner: _Body = ..., recipients: Sequence[_Body] = ..., **_options: Unpack[_Options]) -> None: ...
    @overload
    def __call__(self, *, search_arguments: _Body = ..., schedule_id: _Text = ..., owner: _Body = ..., recipients: Sequence[_Body] = ..., **_options: Unpack[_Options]) -> Stage: ...

invoke_execute_saved_search: _invoke_execute_saved_search

class _invoke_forward_access_request(_Command):
    @overload
    def __call__(self, approval_id: _Id, forward_approval_dto: _Body = ..., *, new_owner_id: _Text = ..., comment: _Text = ..., **_options: Unpack[_Options]) -> Any: ...
    @overload
    def __call__(self, *, forward_approval_dto: _Body = ..., new_owner_id: _Text = ..., comment: _Text = ..., **_options: Unpack[_Options]) -> Stage: ...

invoke_forward_access_request: _invoke_forward_access_request

class _invoke_forward_work_item(_Command):
    @overload
    def __call__(self, id: _Id, work_item_forward: _Body = ..., *, target_owner_id: _Text = ..., comment: _Text = ..., send_notifications: bool = ..., **_options: Unpack[_Options]) -> None: ...
    @overload
    def __call__(self, *, work_item_forward: _Body = ..., target_owner_id: _Text = ..., comment: _Text = ..., send_notifications: bool = ..., **_options: Unpack[_Options]) -> Stage: ...

invoke_forward_work_item: _invoke_forward_work_item

class _invoke_history(_Command):
    def __call__(self, id: int | str | None = ..., **_options: Unpack[_Common]) -> None: ...

invoke_history: _invoke_history

class _invoke_ignore_identity_outliers(_Command):
    def __call__(self, request_body: _Bodies, **_options: Unpack[_Options]) -> None: ...

invoke_ignore_identity_outliers: _invoke_ignore_identity_outliers

class _invoke_load_account_selections(_Command):
    def __call__(self, accounts_selection_request: _Body = ..., *, requested_for: Sequence[_Text] = ..., request_type: Literal["GRANT_ACCESS", "REVOKE_ACCESS", "MODIFY_ACCESS"] | None = ..., requested_items: Sequence[_Body] = ..., client_metadata: Mapping[str, Any] = ..., **_options: Unpack[_Options]) -> Record: ...

invoke_load_account_selections: _invoke_load_account_selections

class _invoke_paginate(_Command):
    def __call__(self, function: Any, *, increment: int | None = ..., limit: int | None = ..., initial_offset: int = ..., parameters: Mapping[str, Any] | None = ..., **_options: Unpack[_Common]) -> Stream: ...

invoke_paginate: _invoke_paginate

class _invoke_paginate_search(_Command):
    def __call__(self, search: Any, *, increment: int = ..., limit: int | None = ..., **_options: Unpack[_Common]) -> Stream: ...

invoke_paginate_search: _invoke_paginate_search

class _invoke_reassign_identity_certifications(_Command):
    @overload
    def __call__(self, id: _Id, review_reassign: _Body = ..., *, reassign: Sequence[_Body] = ..., reassign_to: _Text = ..., reason: _Text = ..., **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, review_reassign: _Body = ..., reassign: Sequence[_Body] = ..., reassign_to: _Text = ..., reason: _Text = ..., **_options: Unpack[_Options]) -> Stage: ...

invoke_reassign_identity_certifications: _invoke_reassign_identity_certifications

class _invoke_sailpoint_request(_Command):
    def __call__(self, method: str, path: str, *, body: Any = ..., query: Mapping[str, Any] | None = ..., headers: Mapping[str, Any] | None = ..., content_type: str = ..., paginate: bool = ..., limit: int | None = ..., **_options: Unpack[_Common]) -> Any: ...

invoke_sailpoint_request: _invoke_sailpoint_request

class _invoke_sign_off_identity_certification(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

invoke_sign_off_identity_certification: _invoke_sign_off_identity_certification

class _invoke_un_ignore_identity_outliers(_Command):
    def __call__(self, request_body: _Bodies, **_options: Unpack[_Options]) -> None: ...

invoke_un_ignore_identity_outliers: _invoke_un_ignore_identity_outliers

class _invoke_unsubscribe_scheduled_search(_Command):
    @overload
    def __call__(self, id: _Id, typed_reference: _Body = ..., *, type: Literal["ACCOUNT_CORRELATION_CONFIG", "ACCESS_PROFILE", "ACCESS_REQUEST_APPROVAL", "ACCOUNT", "APPLICATION", "CAMPAIGN", "CAMPAIGN_FILTER", "CERTIFICATION", "CLUSTER", "CONNECTOR_SCHEMA", "ENTITLEMENT", "GOVERNANCE_GROUP", "IDENTITY", "IDENTITY_PROFILE", "IDENTITY_REQUEST", "MACHINE_IDENTITY", "LIFECYCLE_STATE", "PASSWORD_POLICY", "ROLE", "RULE", "SOD_POLICY", "SOURCE", "TAG", "TAG_CATEGORY", "TASK_RESULT", "REPORT_RESULT", "SOD_VIOLATION", "ACCOUNT_ACTIVITY", "WORKGROUP"] = ..., **_options: Unpack[_Options]) -> None: ...
    @overload
    def __call__(self, *, typed_reference: _Body = ..., type: Literal["ACCOUNT_CORRELATION_CONFIG", "ACCESS_PROFILE", "ACCESS_REQUEST_APPROVAL", "ACCOUNT", "APPLICATION", "CAMPAIGN", "CAMPAIGN_FILTER", "CERTIFICATION", "CLUSTER", "CONNECTOR_SCHEMA", "ENTITLEMENT", "GOVERNANCE_GROUP", "IDENTITY", "IDENTITY_PROFILE", "IDENTITY_REQUEST", "MACHINE_IDENTITY", "LIFECYCLE_STATE", "PASSWORD_POLICY", "ROLE", "RULE", "SOD_POLICY", "SOURCE", "TAG", "TAG_CATEGORY", "TASK_RESULT", "REPORT_RESULT", "SOD_VIOLATION", "ACCOUNT_ACTIVITY", "WORKGROUP"] = ..., **_options: Unpack[_Options]) -> Stage: ...

invoke_unsubscribe_scheduled_search: _invoke_unsubscribe_scheduled_search

class _measure_object(_Command):
    def __call__(self, *properties: Any, property: Any = ..., sum: bool = ..., average: bool = ..., minimum: bool = ..., maximum: bool = ..., standard_deviation: bool = ..., all_stats: bool = ..., line: bool = ..., word: bool = ..., character: bool = ..., ignore_white_space: bool = ..., **_options: Unpack[_Common]) -> Sink: ...

measure_object: _measure_object

class _move(_Command):
    @overload
    def __call__(self, id: _Id, admin_review_reassign: _Body = ..., *, certification_ids: Sequence[_Text] = ..., reassign_to: _Body = ..., reason: _Text = ..., **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, admin_review_reassign: _Body = ..., certification_ids: Sequence[_Text] = ..., reassign_to: _Body = ..., reason: _Text = ..., **_options: Unpack[_Options]) -> Stage: ...

move: _move

class _move_approval(_Command):
    def __call__(self, bulk_reassign_request_dto: _Body = ..., *, approval_ids: Sequence[_Text] = ..., comment: _Text = ..., reassign_from: _Text = ..., reassign_to: _Text = ..., **_options: Unpack[_Options]) -> Any: ...

move_approval: _move_approval

class _new_access_model_metadata_attribute(_Command):
    def __call__(self, attribute_dto: _Body = ..., *, key: _Text = ..., name: _Text = ..., multiselect: bool = ..., status: _Text = ..., type: _Text = ..., object_types: Sequence[_Text] | None = ..., description: _Text = ..., values: Sequence[_Body] | None = ..., **_options: Unpack[_Options]) -> Record: ...

new_access_model_metadata_attribute: _new_access_model_metadata_attribute

class _new_access_model_metadata_attribute_value(_Command):
    @overload
    def __call__(self, key: _Text, attribute_value_dto: _Body = ..., *, value: _Text = ..., name: _Text = ..., status: _Text = ..., **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, attribute_value_dto: _Body = ..., value: _Text = ..., name: _Text = ..., status: _Text = ..., **_options: Unpack[_Options]) -> Stage: ...

new_access_model_metadata_attribute_value: _new_access_model_metadata_attribute_value

class _new_access_model_metadata_for_entitlement(_Command):
    @overload
    def __call__(self, id: _Id, attribute_key: _Text, attribute_value: _Text, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, id: _Id = ..., attribute_key: _Text = ..., **_options: Unpack[_Options]) -> Stage: ...

new_access_model_metadata_for_entitlement: _new_access_model_metadata_for_entitlement

class _new_access_profile(_Command):
    def __call__(self, access_profile: _Body = ..., *, name: _Text = ..., description: _Text | None = ..., enabled: bool = ..., owner: _Body | None = ..., source: _Body = ..., entitlements: Sequence[_Body] | None = ..., requestable: bool = ..., access_request_config: _Body | None = ..., revocation_request_config: _Body | None = ..., segments: Sequence[_Text] | None = ..., access_model_metadata: _Body = ..., provisioning_criteria: _Body | None = ..., additional_owners: Sequence[_Body] | None = ..., **_options: Unpack[_Options]) -> Record: ...

new_access_profile: _new_access_profile

class _new_access_request(_Command):
    def __call__(self, access_request: _Body = ..., *, requested_for: Sequence[_Text] = ..., request_type: Literal["GRANT_ACCESS", "REVOKE_ACCESS", "MODIFY_ACCESS"] | None = ..., requested_items: Sequence[_Body] = ..., client_metadata: Mapping[str, Any] = ..., requested_for_with_requested_items: Sequence[_Body] | None = ..., **_options: Unpack[_Options]) -> Record: ...

new_access_request: _new_access_request

class _new_account(_Command):
    def __call__(self, account_attributes_create: _Body = ..., *, attributes: _Body = ..., **_options: Unpack[_Options]) -> Record: ...

new_account: _new_account

class _new_application(_Command):
    def __call__(self, base_create_application_request: _Body = ..., *, application_type: Literal[1, 8, 9, 11, 15, 20, 21, 24, 25, 27, 28, 29, 33, 35, 37] = ..., name: _Text = ..., description: _Text | None = ..., tags: Sequence[_Body] | None = ..., identity_collector_id: int | None = ..., ad_identity_collector_id: int | None = ..., nis_identity_collector_id: int | None = ..., application_crawler_settings: _Body = ..., permission_collector_settings: _Body = ..., data_classification_settings: _Body = ..., activity_configuration_settings: _Body = ..., execute_now: bool = ..., **_options: Unpack[_Options]) -> None: ...

new_application: _new_application

class _new_auth_org_network_config(_Command):
    def __call__(self, network_configuration: _Body = ..., *, range: Sequence[_Text] | None = ..., geolocation: Sequence[_Text] | None = ..., whitelisted: bool = ..., **_options: Unpack[_Options]) -> Record: ...

new_auth_org_network_config: _new_auth_org_network_config

class _new_branding_item(_Command):
    def __call__(self, name: _Text, product_name: _Text, action_button_color: _Text = ..., active_link_color: _Text = ..., navigation_color: _Text = ..., email_from_address: _Text = ..., login_informational_message: _Text = ..., file_standard: _File = ..., **_options: Unpack[_Options]) -> Record: ...

new_branding_item: _new_branding_item

class _new_campaign(_Command):
    def __call__(self, campaign: _Body = ..., *, name: _Text = ..., description: _Text | None = ..., deadline: _Moment | None = ..., type: Literal["MANAGER", "SOURCE_OWNER", "SEARCH", "ROLE_COMPOSITION", "MACHINE_ACCOUNT"] = ..., email_notification_enabled: bool = ..., auto_revoke_allowed: bool = ..., recommendations_enabled: bool = ..., correlated_status: Literal["CORRELATED", "UNCORRELATED"] = ..., var_filter: _Body | None = ..., sunset_comments_required: bool = ..., source_owner_campaign_info: _Body | None = ..., search_campaign_info: _Body | None = ..., role_composition_campaign_info: _Body | None = ..., machine_account_campaign_info: _Body | None = ..., mandatory_comment_requirement: Literal["ALL_DECISIONS", "REVOKE_ONLY_DECISIONS", "NO_DECISIONS"] = ..., **_options: Unpack[_Options]) -> Record: ...

new_campaign: _new_campaign

class _new_campaign_filter(_Command):
    def __call__(self, campaign_filter_details: _Body = ..., *, id: _Text = ..., name: _Text = ..., description: _Text = ..., owner: _Text | None = ..., mode: Literal["INCLUSION", "EXCLUSION"] = ..., criteria_list: Sequence[_Body] = ..., is_system_filter: bool = ..., **_options: Unpack[_Options]) -> Record: ...

new_campaign_filter: _new_campaign_filter

class _new_campaign_template(_Command):
    def __call__(self, campaign_template: _Body = ..., *, id: _Text = ..., name: _Text = ..., description: _Text = ..., owner_ref: _Body = ..., deadline_duration: _Text | None = ..., campaign: _Body = ..., **_options: Unpack[_Options]) -> Record: ...

new_campaign_template: _new_campaign_template

class _new_common_access(_Command):
    def __call__(self, common_access_item_request: _Body = ..., *, access: _Body = ..., status: Literal["CONFIRMED", "DENIED"] = ..., **_options: Unpack[_Options]) -> Record: ...

new_common_access: _new_common_access

class _new_connector_customizer(_Command):
    def __call__(self, connector_customizer_create_request: _Body = ..., *, name: _Text = ..., **_options: Unpack[_Options]) -> Record: ...

new_connector_customizer: _new_connector_customizer

class _new_connector_customizer_version(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

new_connector_customizer_version: _new_connector_customizer_version

class _new_connector_rule(_Command):
    def __call__(self, connector_rule_create_request: _Body = ..., *, name: _Text = ..., description: _Text | None = ..., type: Literal["BuildMap", "ConnectorAfterCreate", "ConnectorAfterDelete", "ConnectorAfterModify", "ConnectorBeforeCreate", "ConnectorBeforeDelete", "ConnectorBeforeModify", "JDBCBuildMap", "JDBCOperationProvisioning", "JDBCProvision", "PeopleSoftHRMSBuildMap", "PeopleSoftHRMSOperationProvisioning", "PeopleSoftHRMSProvision", "RACFPermissionCustomization", "ResourceObjectCustomization", "SAPBuildMap", "SapHrManagerRule", "SapHrOperationProvisioning", "SapHrProvision", "SuccessFactorsOperationProvisioning", "WebServiceAfterOperationRule", "WebServiceBeforeOperationRule"] = ..., signature: _Body = ..., source_code: _Body = ..., attributes: Mapping[str, Any] | None = ..., **_options: Unpack[_Options]) -> Record: ...

new_connector_rule: _new_connector_rule

class _new_custom_connector(_Command):
    def __call__(self, v3_create_connector_dto: _Body = ..., *, name: _Text = ..., type: _Text = ..., class_name: _Text = ..., direct_connect: bool = ..., status: Literal["DEVELOPMENT", "DEMO", "RELEASED"] = ..., **_options: Unpack[_Options]) -> Record: ...

new_custom_connector: _new_custom_connector

class _new_custom_password_instructions(_Command):
    def __call__(self, custom_password_instruction: _Body = ..., *, page_id: Literal["change-password:enter-password", "change-password:finish", "flow-selection:select", "forget-username:user-email", "mfa:enter-code", "mfa:enter-kba", "mfa:select", "reset-password:enter-password", "reset-password:enter-username", "reset-password:finish", "unlock-account:enter-username", "unlock-account:finish"] = ..., page_content: _Text = ..., locale: _Text = ..., **_options: Unpack[_Options]) -> Record: ...

new_custom_password_instructions: _new_custom_password_instructions

class _new_custom_privilege_criteria(_Command):
    def __call__(self, create_privilege_criteria_request: _Body = ..., *, source_id: _Text = ..., type: Literal["CUSTOM"] = ..., operator: Literal["AND", "OR"] = ..., groups: Sequence[_Body] = ..., privilege_level: Literal["HIGH", "MEDIUM", "LOW"] = ..., **_options: Unpack[_Options]) -> Record: ...

new_custom_privilege_criteria: _new_custom_privilege_criteria

class _new_custom_user_level(_Command):
    def __call__(self, user_level_request: _Body = ..., *, name: _Text = ..., description: _Text = ..., owner: _Body = ..., right_sets: Sequence[_Text] = ..., **_options: Unpack[_Options]) -> Record: ...

new_custom_user_level: _new_custom_user_level

class _new_data_segment(_Command):
    def __call__(self, data_segment: _Body = ..., *, id: _Text = ..., name: _Text = ..., created: _Moment = ..., modified: _Moment = ..., description: _Text = ..., scopes: Sequence[_Body] = ..., member_selection: Sequence[_Body] = ..., member_filter: _Body = ..., membership: Literal["ALL", "FILTER", "SELECTION"] = ..., enabled: bool = ..., published: bool = ..., **_options: Unpack[_Options]) -> Record: ...

new_data_segment: _new_data_segment

class _new_deploy(_Command):
    def __call__(self, deploy_request: _Body = ..., *, draft_id: _Text = ..., **_options: Unpack[_Options]) -> Record: ...

new_deploy: _new_deploy

class _new_digit_token(_Command):
    def __call__(self, password_digit_token_reset: _Body = ..., *, user_id: _Text = ..., length: int = ..., duration_minutes: int = ..., **_options: Unpack[_Options]) -> Record: ...

new_digit_token: _new_digit_token

class _new_dimension(_Command):
    @overload
    def __call__(self, role_id: _Id, dimension: _Body = ..., *, id: _Text = ..., name: _Text = ..., description: _Text | None = ..., owner: _Body | None = ..., access_profiles: Sequence[_Body] | None = ..., entitlements: Sequence[_Body] = ..., membership: _Body | None = ..., parent_id: _Text | None = ..., **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, dimension: _Body = ..., id: _Text = ..., name: _Text = ..., description: _Text | None = ..., owner: _Body | None = ..., access_profiles: Sequence[_Body] | None = ..., entitlements: Sequence[_Body] = ..., membership: _Body | None = ..., parent_id: _Text | None = ..., **_options: Unpack[_Options]) -> Stage: ...

new_dimension: _new_dimension

class _new_domain_dkim(_Command):
    def __call__(self, domain_address: _Body = ..., *, domain: _Text = ..., **_options: Unpack[_Options]) -> Record: ...

new_domain_dkim: _new_domain_dkim

class _new_external_execute_workflow(_Command):
    @overload
    def __call__(self, id: _Id, create_external_execute_workflow_request: _Body = ..., *, var_input: Mapping[str, Any] = ..., **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, create_external_execute_workflow_request: _Body = ..., var_input: Mapping[str, Any] = ..., **_options: Unpack[_Options]) -> Stage: ...

new_external_execute_workflow: _new_external_execute_workflow

class _new_form_definition(_Command):
    def __call__(self, body: _Body = ..., *, description: _Text = ..., form_conditions: Sequence[_Body] = ..., form_elements: Sequence[_Body] = ..., form_input: Sequence[_Body] = ..., name: _Text = ..., owner: _Body = ..., used_by: Sequence[_Body] = ..., **_options: Unpack[_Options]) -> Record: ...

new_form_definition: _new_form_definition

class _new_form_definition_dynamic_schema(_Command):
    def __call__(self, body: _Body = ..., *, attributes: _Body = ..., description: _Text = ..., id: _Text = ..., type: _Text = ..., version_number: int = ..., **_options: Unpack[_Options]) -> Record: ...

new_form_definition_dynamic_schema: _new_form_definition_dynamic_schema

class _new_form_definition_file_request(_Command):
    @overload
    def __call__(self, form_definition_id: _Id, file: _File, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, file: _File, **_options: Unpack[_Options]) -> Stage: ...

new_form_definition_file_request: _new_form_definition_file_request

class _new_form_instance(_Command):
    def __call__(self, body: _Body = ..., *, created_by: _Body = ..., expire: _Text = ..., form_definition_id: _Text = ..., form_input: Mapping[str, Any] = ..., recipients: Sequence[_Body] = ..., stand_alone_form: bool = ..., state: Literal["ASSIGNED", "IN_PROGRESS", "SUBMITTED", "COMPLETED", "CANCELLED"] = ..., ttl: int = ..., **_options: Unpack[_Options]) -> Record: ...

new_form_instance: _new_form_instance

class _new_identity_attribute(_Command):
    def __call__(self, identity_attribute: _Body = ..., *, name: _Text = ..., display_name: _Text = ..., standard: bool = ..., type: _Text | None = ..., multi: bool = ..., searchable: bool = ..., system: bool = ..., sources: Sequence[_Body] = ..., **_options: Unpack[_Options]) -> Record: ...

new_identity_attribute: _new_identity_attribute

class _new_identity_preview(_Command):
    def __call__(self, identity_preview_request: _Body = ..., *, identity_id: _Text = ..., identity_attribute_config: _Body = ..., **_options: Unpack[_Options]) -> Record: ...

new_identity_preview: _new_identity_preview

class _new_identity_profile(_Command):
    def __call__(self, identity_profile: _Body = ..., *, name: _Text | None = ..., description: _Text | None = ..., owner: _Body | None = ..., priority: int = ..., authoritative_source: _Body = ..., identity_refresh_required: bool = ..., identity_count: int = ..., identity_attribute_config: _Body = ..., identity_exception_report_reference: _Body | None = ..., has_time_based_attr: bool = ..., **_options: Unpack[_Options]) -> Record: ...

new_identity_profile: _new_identity_profile

class _new_launcher(_Command):
    def __call__(self, launcher_request: _Body = ..., *, name: _Text = ..., description: _Text = ..., type: Literal["INTERACTIVE_PROCESS"] = ..., disabled: bool = ..., reference: _Body = ..., config: _Text = ..., **_options: Unpack[_Options]) -> Record: ...

new_launcher: _new_launcher

class _new_lifecycle_state(_Command):
    @overload
    def __call__(self, identity_profile_id: _Id, lifecycle_state: _Body = ..., *, name: _Text | None = ..., enabled: bool = ..., technical_name: _Text = ..., description: _Text | None = ..., email_notification_option: _Body = ..., account_actions: Sequence[_Body] = ..., access_profile_ids: Sequence[_Text] = ..., identity_state: Literal["ACTIVE", "INACTIVE_SHORT_TERM", "INACTIVE_LONG_TERM"] | None = ..., access_action_configuration: _Body = ..., priority: int | None = ..., **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, lifecycle_state: _Body = ..., name: _Text | None = ..., enabled: bool = ..., technical_name: _Text = ..., description: _Text | None = ..., email_notification_option: _Body = ..., account_actions: Sequence[_Body] = ..., access_profile_ids: Sequence[_Text] = ..., identity_state: Literal["ACTIVE", "INACTIVE_SHORT_TERM", "INACTIVE_LONG_TERM"] | None = ..., access_action_configuration: _Body = ..., priority: int | None = ..., **_options: Unpack[_Options]) -> Stage: ...

new_lifecycle_state: _new_lifecycle_state

class _new_machine_account_mappings(_Command):
    @overload
    def __call__(self, id: _Id, attribute_mappings: _Body = ..., *, target: _Body = ..., transform_definition: _Body = ..., **_options: Unpack[_Options]) -> list[Record]: ...
    @overload
    def __call__(self, *, attribute_mappings: _Body = ..., target: _Body = ..., transform_definition: _Body = ..., **_options: Unpack[_Options]) -> Stage: ...

new_machine_account_mappings: _new_machine_account_mappings

class _new_machine_account_subtype(_Command):
    @overload
    def __call__(self, source_id: _Id, create_machine_account_subtype_request: _Body = ..., *, technical_name: _Text = ..., display_name: _Text = ..., description: _Text = ..., type: _Text = ..., **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, create_machine_account_subtype_request: _Body = ..., technical_name: _Text = ..., display_name: _Text = ..., description: _Text = ..., type: _Text = ..., **_options: Unpack[_Options]) -> Stage: ...

new_machine_account_subtype: _new_machine_account_subtype

class _new_machine_identity(_Command):
    def __call__(self, machine_identity_request: _Body = ..., *, name: _Text | None = ..., business_application: _Text = ..., description: _Text = ..., attributes: Mapping[str, Any] = ..., subtype: _Text = ..., owners: _Body = ..., source_id: _Text = ..., uuid: _Text = ..., native_identity: _Text = ..., user_entitlements: Sequence[_Body] = ..., **_options: Unpack[_Options]) -> Record: ...

new_machine_identity: _new_machine_identity

class _new_managed_client(_Command):
    def __call__(self, managed_client_request: _Body = ..., *, cluster_id: _Text = ..., description: _Text | None = ..., name: _Text | None = ..., type: _Text | None = ..., **_options: Unpack[_Options]) -> Record: ...

new_managed_client: _new_managed_client

class _new_managed_cluster(_Command):
    def __call__(self, managed_cluster_request: _Body = ..., *, name: _Text = ..., type: Literal["idn", "iai", "spConnectCluster", "sqsCluster", "das-rc", "das-pc", "das-dc", "pag", "das-am", "standard"] = ..., configuration: Mapping[str, Any] = ..., description: _Text | None = ..., **_options: Unpack[_Options]) -> Record: ...

new_managed_cluster: _new_managed_cluster

class _new_managed_cluster_type(_Command):
    def __call__(self, managed_cluster_type: _Body = ..., *, type: _Text = ..., pod: _Text = ..., org: _Text = ..., managed_process_ids: Sequence[_Text] = ..., **_options: Unpack[_Options]) -> Record: ...

new_managed_cluster_type: _new_managed_cluster_type

class _new_multi_host_integration(_Command):
    def __call__(self, multi_host_integrations_create: _Body = ..., *, name: _Text = ..., description: _Text = ..., owner: _Body = ..., cluster: _Body | None = ..., connector: _Text = ..., connector_attributes: Mapping[str, Any] = ..., management_workgroup: _Body | None = ..., created: _Moment = ..., modified: _Moment = ..., **_options: Unpack[_Options]) -> Record: ...

new_multi_host_integration: _new_multi_host_integration

class _new_non_employee_record(_Command):
    def __call__(self, non_employee_request_body: _Body = ..., *, account_name: _Text = ..., first_name: _Text = ..., last_name: _Text = ..., email: _Text = ..., phone: _Text = ..., manager: _Text = ..., source_id: _Text = ..., var_data: Mapping[str, Any] = ..., start_date: _Moment = ..., end_date: _Moment = ..., **_options: Unpack[_Options]) -> Record: ...

new_non_employee_record: _new_non_employee_record

class _new_non_employee_request(_Command):
    def __call__(self, non_employee_request_body: _Body = ..., *, account_name: _Text = ..., first_name: _Text = ..., last_name: _Text = ..., email: _Text = ..., phone: _Text = ..., manager: _Text = ..., source_id: _Text = ..., var_data: Mapping[str, Any] = ..., start_date: _Moment = ..., end_date: _Moment = ..., **_options: Unpack[_Options]) -> Record: ...

new_non_employee_request: _new_non_employee_request

class _new_non_employee_source(_Command):
    def __call__(self, non_employee_source_request_body: _Body = ..., *, name: _Text = ..., description: _Text = ..., owner: _Body = ..., management_workgroup: _Text = ..., approvers: Sequence[_Body] = ..., account_managers: Sequence[_Body] = ..., **_options: Unpack[_Options]) -> Record: ...

new_non_employee_source: _new_non_employee_source

class _new_non_employee_source_schema_attributes(_Command):
    @overload
    def __call__(self, source_id: _Id, non_employee_schema_attribute_body: _Body = ..., *, type: _Text = ..., label: _Text = ..., technical_name: _Text = ..., help_text: _Text = ..., placeholder: _Text = ..., required: bool = ..., **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, non_employee_schema_attribute_body: _Body = ..., type: _Text = ..., label: _Text = ..., technical_name: _Text = ..., help_text: _Text = ..., placeholder: _Text = ..., required: bool = ..., **_options: Unpack[_Options]) -> Stage: ...

new_non_employee_source_schema_attributes: _new_non_employee_source_schema_attributes

class _new_notification_template(_Command):
    def __call__(self, template_dto: _Body = ..., *, key: _Text = ..., name: _Text = ..., medium: Literal["EMAIL", "SLACK", "TEAMS"] = ..., locale: _Text = ..., subject: _Text = ..., header: _Text | None = ..., body: _Text = ..., footer: _Text | None = ..., var_from: _Text = ..., reply_to: _Text = ..., description: _Text = ..., id: _Text = ..., created: _Moment = ..., modified: _Moment = ..., slack_template: _Body | None = ..., teams_template: _Body | None = ..., **_options: Unpack[_Options]) -> Record: ...

new_notification_template: _new_notification_template

class _new_oauth_client(_Command):
    def __call__(self, create_o_auth_client_request: _Body = ..., *, business_name: _Text | None = ..., homepage_url: _Text | None = ..., name: _Text | None = ..., description: _Text | None = ..., access_token_validity_seconds: int = ..., refresh_token_validity_seconds: int = ..., redirect_uris: Sequence[_Text] | None = ..., grant_types: Sequence[Literal["CLIENT_CREDENTIALS", "AUTHORIZATION_CODE", "REFRESH_TOKEN"]] | None = ..., access_type: Literal["ONLINE", "OFFLINE"] = ..., type: Literal["CONFIDENTIAL", "PUBLIC"] = ..., internal: bool = ..., enabled: bool = ..., strong_auth_supported: bool = ..., claims_supported: bool = ..., scope: Sequence[_Text] | None = ..., **_options: Unpack[_Options]) -> Record: ...

new_oauth_client: _new_oauth_client

class _new_object_mapping(_Command):
    @overload
    def __call__(self, source_org: _Text, object_mapping_request: _Body = ..., *, object_type: Literal["ACCESS_PROFILE", "ACCESS_REQUEST_CONFIG", "ATTR_SYNC_SOURCE_CONFIG", "AUTH_ORG", "CAMPAIGN_FILTER", "ENTITLEMENT", "FORM_DEFINITION", "GOVERNANCE_GROUP", "IDENTITY", "IDENTITY_OBJECT_CONFIG", "IDENTITY_PROFILE", "LIFECYCLE_STATE", "NOTIFICATION_TEMPLATE", "PASSWORD_POLICY", "PASSWORD_SYNC_GROUP", "PUBLIC_IDENTITIES_CONFIG", "ROLE", "RULE", "SEGMENT", "SERVICE_DESK_INTEGRATION", "SOD_POLICY", "SOURCE", "TAG", "TRANSFORM", "TRIGGER_SUBSCRIPTION", "WORKFLOW"] = ..., json_path: _Text = ..., source_value: _Text = ..., target_value: _Text = ..., enabled: bool = ..., **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, object_mapping_request: _Body = ..., object_type: Literal["ACCESS_PROFILE", "ACCESS_REQUEST_CONFIG", "ATTR_SYNC_SOURCE_CONFIG", "AUTH_ORG", "CAMPAIGN_FILTER", "ENTITLEMENT", "FORM_DEFINITION", "GOVERNANCE_GROUP", "IDENTITY", "IDENTITY_OBJECT_CONFIG", "IDENTITY_PROFILE", "LIFECYCLE_STATE", "NOTIFICATION_TEMPLATE", "PASSWORD_POLICY", "PASSWORD_SYNC_GROUP", "PUBLIC_IDENTITIES_CONFIG", "ROLE", "RULE", "SEGMENT", "SERVICE_DESK_INTEGRATION", "SOD_POLICY", "SOURCE", "TAG", "TRANSFORM", "TRIGGER_SUBSCRIPTION", "WORKFLOW"] = ..., json_path: _Text = ..., source_value: _Text = ..., target_value: _Text = ..., enabled: bool = ..., **_options: Unpack[_Options]) -> Stage: ...

new_object_mapping: _new_object_mapping

class _new_object_mappings(_Command):
    @overload
    def __call__(self, source_org: _Text, object_mapping_bulk_create_request: _Body = ..., *, new_objects_mappings: Sequence[_Body] = ..., **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, object_mapping_bulk_create_request: _Body = ..., new_objects_mappings: Sequence[_Body] = ..., **_options: Unpack[_Options]) -> Stage: ...

new_object_mappings: _new_object_mappings

class _new_parameter(_Command):
    def __call__(self, parameter_storage_new_parameter: _Body = ..., *, owner_id: _Text = ..., name: _Text = ..., type: _Text = ..., public_fields: Mapping[str, Any] = ..., private_fields: _Text = ..., description: _Text = ..., **_options: Unpack[_Options]) -> Record: ...

new_parameter: _new_parameter

class _new_password_org_config(_Command):
    def __call__(self, password_org_config: _Body = ..., *, custom_instructions_enabled: bool = ..., digit_token_enabled: bool = ..., digit_token_duration_minutes: int = ..., digit_token_length: int = ..., **_options: Unpack[_Options]) -> Record: ...

new_password_org_config: _new_password_org_config

class _new_password_policy(_Command):
    def __call__(self, password_policy_v3_dto: _Body = ..., *, id: _Text = ..., description: _Text | None = ..., name: _Text = ..., date_created: int = ..., last_updated: int | None = ..., first_expiration_reminder: int = ..., account_id_min_word_length: int = ..., account_name_min_word_length: int = ..., min_alpha: int = ..., min_character_types: int = ..., max_length: int = ..., min_length: int = ..., max_repeated_chars: int = ..., min_lower: int = ..., min_numeric: int = ..., min_special: int = ..., min_upper: int = ..., password_expiration: int = ..., default_policy: bool = ..., enable_passwd_expiration: bool = ..., require_strong_authn: bool = ..., require_strong_auth_off_network: bool = ..., require_strong_auth_untrusted_geographies: bool = ..., use_account_attributes: bool = ..., use_dictionary: bool = ..., use_identity_attributes: bool = ..., validate_against_account_id: bool = ..., validate_against_account_name: bool = ..., created: _Text | None = ..., modified: _Text | None = ..., source_ids: Sequence[_Text] = ..., **_options: Unpack[_Options]) -> Record: ...

new_password_policy: _new_password_policy

class _new_password_sync_group(_Command):
    def __call__(self, password_sync_group: _Body = ..., *, id: _Text = ..., name: _Text = ..., password_policy_id: _Text = ..., source_ids: Sequence[_Text] = ..., created: _Moment | None = ..., modified: _Moment | None = ..., **_options: Unpack[_Options]) -> Record: ...

new_password_sync_group: _new_password_sync_group

class _new_personal_access_token(_Command):
    def __call__(self, create_personal_access_token_request: _Body = ..., *, name: _Text = ..., scope: Sequence[_Text] | None = ..., access_token_validity_seconds: int | None = ..., expiration_date: _Moment | None = ..., user_aware_token_never_expires: bool | None = ..., **_options: Unpack[_Options]) -> Record: ...

new_personal_access_token: _new_personal_access_token

class _new_potential_role_provision_request(_Command):
    @overload
    def __call__(self, session_id: _Id, potential_role_id: _Id, min_entitlement_popularity: int | None = ..., include_common_access: bool | None = ..., role_mining_potential_role_provision_request: _Body = ..., *, role_name: _Text = ..., role_description: _Text = ..., owner_id: _Text = ..., include_identities: bool = ..., directly_assigned_entitlements: bool = ..., **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, min_entitlement_popularity: int | None = ..., include_common_access: bool | None = ..., role_mining_potential_role_provision_request: _Body = ..., session_id: _Id = ..., role_name: _Text = ..., role_description: _Text = ..., owner_id: _Text = ..., include_identities: bool = ..., directly_assigned_entitlements: bool = ..., **_options: Unpack[_Options]) -> Stage: ...

new_potential_role_provision_request: _new_potential_role_provision_request

class _new_provisioning_policy(_Command):
    @overload
    def __call__(self, source_id: _Id, provisioning_policy_dto: _Body = ..., *, name: _Text | None = ..., description: _Text = ..., usage_type: Literal["CREATE", "UPDATE", "ENABLE", "DISABLE", "DELETE", "ASSIGN", "UNASSIGN", "CREATE_GROUP", "UPDATE_GROUP", "DELETE_GROUP", "REGISTER", "CREATE_IDENTITY", "UPDATE_IDENTITY", "EDIT_GROUP", "UNLOCK", "CHANGE_PASSWORD"] = ..., fields: Sequence[_Body] = ..., **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, provisioning_policy_dto: _Body = ..., name: _Text | None = ..., description: _Text = ..., usage_type: Literal["CREATE", "UPDATE", "ENABLE", "DISABLE", "DELETE", "ASSIGN", "UNASSIGN", "CREATE_GROUP", "UPDATE_GROUP", "DELETE_GROUP", "REGISTER", "CREATE_IDENTITY", "UPDATE_IDENTITY", "EDIT_GROUP", "UNLOCK", "CHANGE_PASSWORD"] = ..., fields: Sequence[_Body] = ..., **_options: Unpack[_Options]) -> Stage: ...

new_provisioning_policy: _new_provisioning_policy

class _new_reassignment_configuration(_Command):
    def __call__(self, configuration_item_request: _Body = ..., *, reassigned_from_id: _Text = ..., reassigned_to_id: _Text = ..., config_type: Literal["ACCESS_REQUESTS", "CERTIFICATIONS", "MANUAL_TASKS", "GENERIC_APPROVALS"] = ..., start_date: _Moment = ..., end_date: _Moment | None = ..., **_options: Unpack[_Options]) -> Record: ...

new_reassignment_configuration: _new_reassignment_configuration

class _new_role(_Command):
    def __call__(self, role: _Body = ..., *, id: _Text = ..., name: _Text = ..., description: _Text | None = ..., owner: _Body | None = ..., additional_owners: Sequence[_Body] | None = ..., access_profiles: Sequence[_Body] | None = ..., entitlements: Sequence[_Body] = ..., membership: _Body | None = ..., legacy_membership_info: Mapping[str, Any] | None = ..., enabled: bool = ..., requestable: bool = ..., access_request_config: _Body | None = ..., revocation_request_config: _Body | None = ..., segments: Sequence[_Text] | None = ..., dimensional: bool | None = ..., dimension_refs: Sequence[_Body] | None = ..., access_model_metadata: _Body = ..., privilege_level: _Text | None = ..., **_options: Unpack[_Options]) -> Record: ...

new_role: _new_role

class _new_role_insight_requests(_Command):
    def __call__(self, **_options: Unpack[_Options]) -> Record: ...

new_role_insight_requests: _new_role_insight_requests

class _new_role_mining_sessions(_Command):
    def __call__(self, role_mining_session_dto: _Body = ..., *, scope: _Body = ..., prune_threshold: int | None = ..., prescribed_prune_threshold: int | None = ..., min_num_identities_in_potential_role: int | None = ..., potential_role_count: int = ..., potential_roles_ready_count: int = ..., type: Literal["SPECIALIZED", "COMMON"] = ..., email_recipient_id: _Text | None = ..., identity_count: int = ..., saved: bool = ..., name: _Text | None = ..., **_options: Unpack[_Options]) -> Record: ...

new_role_mining_sessions: _new_role_mining_sessions

class _new_saved_search(_Command):
    def __call__(self, create_saved_search_request: _Body = ..., *, name: _Text = ..., description: _Text | None = ..., created: _Moment | None = ..., modified: _Moment | None = ..., indices: Sequence[Literal["accessprofiles", "accountactivities", "entitlements", "events", "identities", "roles", "*"]] = ..., columns: Mapping[str, Any] = ..., query: _Text = ..., fields: Sequence[_Text] | None = ..., order_by: Mapping[str, Any] | None = ..., sort: Sequence[_Text] | None = ..., filters: _Body | None = ..., **_options: Unpack[_Options]) -> Record: ...

new_saved_search: _new_saved_search

class _new_schedule(_Command):
    def __call__(self, create_schedule_request: _Body = ..., *, task_type_name: _Text | None = ..., schedule_type: _Text | None = ..., interval: int | None = ..., schedule_task_name: _Text | None = ..., start_time: int = ..., end_time: int = ..., days_of_week: Sequence[_Text] | None = ..., active: bool = ..., run_after_schedule_task_id: int | None = ..., application_id: int | None = ..., **_options: Unpack[_Options]) -> int: ...

new_schedule: _new_schedule

class _new_scheduled_action(_Command):
    def __call__(self, scheduled_action_payload: _Body = ..., *, job_type: Literal["BACKUP", "CREATE_DRAFT", "CONFIG_DEPLOY_DRAFT"] = ..., start_time: _Moment = ..., cron_string: _Text = ..., time_zone_id: _Text = ..., content: _Body = ..., **_options: Unpack[_Options]) -> Record: ...

new_scheduled_action: _new_scheduled_action

class _new_scheduled_search(_Command):
    def __call__(self, create_scheduled_search_request: _Body = ..., *, name: _Text | None = ..., description: _Text | None = ..., saved_search_id: _Text = ..., schedule: _Body = ..., recipients: Sequence[_Body] = ..., enabled: bool = ..., email_empty_results: bool = ..., display_query_details: bool = ..., **_options: Unpack[_Options]) -> Record: ...

new_scheduled_search: _new_scheduled_search

class _new_search_attribute_config(_Command):
    def __call__(self, search_attribute_config: _Body = ..., *, name: _Text = ..., display_name: _Text = ..., application_attributes: Mapping[str, Any] = ..., **_options: Unpack[_Options]) -> Any: ...

new_search_attribute_config: _new_search_attribute_config

class _new_segment(_Command):
    def __call__(self, segment: _Body = ..., *, id: _Text = ..., name: _Text = ..., created: _Moment = ..., modified: _Moment = ..., description: _Text = ..., owner: _Body | None = ..., visibility_criteria: _Body | None = ..., active: bool = ..., **_options: Unpack[_Options]) -> Record: ...

new_segment: _new_segment

class _new_service_desk_integration(_Command):
    def __call__(self, service_desk_integration_dto: _Body = ..., *, id: _Text = ..., name: _Text = ..., created: _Moment = ..., modified: _Moment = ..., description: _Text = ..., type: _Text = ..., owner_ref: _Body = ..., cluster_ref: _Body = ..., cluster: _Text | None = ..., managed_sources: Sequence[_Text] = ..., provisioning_config: _Body = ..., attributes: Mapping[str, Any] = ..., before_provisioning_rule: _Body = ..., **_options: Unpack[_Options]) -> Record: ...

new_service_desk_integration: _new_service_desk_integration

class _new_sim_integration(_Command):
    def __call__(self, sim_integration_details: _Body = ..., *, name: _Text | None = ..., description: _Text = ..., type: _Text = ..., attributes: Mapping[str, Any] | None = ..., sources: Sequence[_Text] = ..., cluster: _Text = ..., status_map: Mapping[str, Any] = ..., request: Mapping[str, Any] = ..., before_provisioning_rule: _Body = ..., **_options: Unpack[_Options]) -> Record: ...

new_sim_integration: _new_sim_integration

class _new_sod_policy(_Command):
    def __call__(self, sod_policy: _Body = ..., *, name: _Text = ..., description: _Text | None = ..., owner_ref: _Body = ..., external_policy_reference: _Text | None = ..., policy_query: _Text = ..., compensating_controls: _Text | None = ..., correction_advice: _Text | None = ..., state: Literal["ENFORCED", "NOT_ENFORCED"] = ..., tags: Sequence[_Text] = ..., violation_owner_assignment_config: _Body | None = ..., scheduled: bool = ..., type: Literal["GENERAL", "CONFLICTING_ACCESS_BASED"] = ..., conflicting_access_criteria: _Body | None = ..., **_options: Unpack[_Options]) -> Record: ...

new_sod_policy: _new_sod_policy

class _new_source(_Command):
    def __call__(self, source: _Body = ..., provision_as_csv: bool | None = ..., *, name: _Text = ..., description: _Text = ..., owner: _Body | None = ..., cluster: _Body | None = ..., account_correlation_config: _Body | None = ..., account_correlation_rule: _Body | None = ..., manager_correlation_mapping: _Body | None = ..., manager_correlation_rule: _Body | None = ..., before_provisioning_rule: _Body | None = ..., schemas: Sequence[_Body] = ..., password_policies: Sequence[_Body] | None = ..., features: Sequence[Literal["AUTHENTICATE", "COMPOSITE", "DIRECT_PERMISSIONS", "DISCOVER_SCHEMA", "ENABLE", "MANAGER_LOOKUP", "NO_RANDOM_ACCESS", "PROXY", "SEARCH", "TEMPLATE", "UNLOCK", "UNSTRUCTURED_TARGETS", "SHAREPOINT_TARGET", "PROVISIONING", "GROUP_PROVISIONING", "SYNC_PROVISIONING", "PASSWORD", "CURRENT_PASSWORD", "ACCOUNT_ONLY_REQUEST", "ADDITIONAL_ACCOUNT_REQUEST", "NO_AGGREGATION", "GROUPS_HAVE_MEMBERS", "NO_PERMISSIONS_PROVISIONING", "NO_GROUP_PERMISSIONS_PROVISIONING", "NO_UNSTRUCTURED_TARGETS_PROVISIONING", "NO_DIRECT_PERMISSIONS_PROVISIONING", "PREFER_UUID", "ARM_SECURITY_EXTRACT", "ARM_UTILIZATION_EXTRACT", "ARM_CHANGELOG_EXTRACT", "USES_UUID", "APPLICATION_DISCOVERY", "DELETE"]] = ..., type: _Text = ..., connector: _Text = ..., connector_class: _Text = ..., connector_attributes: Mapping[str, Any] = ..., delete_threshold: int = ..., authoritative: bool = ..., management_workgroup: _Body | None = ..., healthy: bool = ..., status: Literal["SOURCE_STATE_ERROR_ACCOUNT_FILE_IMPORT", "SOURCE_STATE_ERROR_CLUSTER", "SOURCE_STATE_ERROR_SOURCE", "SOURCE_STATE_ERROR_VA", "SOURCE_STATE_FAILURE_CLUSTER", "SOURCE_STATE_FAILURE_SOURCE", "SOURCE_STATE_HEALTHY", "SOURCE_STATE_UNCHECKED_CLUSTER", "SOURCE_STATE_UNCHECKED_CLUSTER_NO_SOURCES", "SOURCE_STATE_UNCHECKED_SOURCE", "SOURCE_STATE_UNCHECKED_SOURCE_NO_ACCOUNTS"] = ..., since: _Text = ..., connector_id: _Text = ..., connector_name: _Text = ..., connection_type: _Text = ..., connector_implementation_id: _Text = ..., created: _Moment = ..., modified: _Moment = ..., credential_provider_enabled: bool = ..., category: _Text | None = ..., **_options: Unpack[_Options]) -> Record: ...

new_source: _new_source

class _new_source_app(_Command):
    def __call__(self, source_app_create_dto: _Body = ..., *, name: _Text = ..., description: _Text = ..., match_all_accounts: bool = ..., account_source: _Body = ..., **_options: Unpack[_Options]) -> Record: ...

new_source_app: _new_source_app

class _new_source_schedule(_Command):
    @overload
    def __call__(self, source_id: _Id, schedule1: _Body = ..., *, type: Literal["ACCOUNT_AGGREGATION", "GROUP_AGGREGATION"] = ..., cron_expression: _Text = ..., **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, schedule1: _Body = ..., type: Literal["ACCOUNT_AGGREGATION", "GROUP_AGGREGATION"] = ..., cron_expression: _Text = ..., **_options: Unpack[_Options]) -> Stage: ...

new_source_schedule: _new_source_schedule

class _new_source_schema(_Command):
    @overload
    def __call__(self, source_id: _Id, schema: _Body = ..., *, id: _Text = ..., name: _Text = ..., native_object_type: _Text = ..., identity_attribute: _Text = ..., display_attribute: _Text = ..., hierarchy_attribute: _Text | None = ..., include_permissions: bool = ..., features: Sequence[Literal["AUTHENTICATE", "COMPOSITE", "DIRECT_PERMISSIONS", "DISCOVER_SCHEMA", "ENABLE", "MANAGER_LOOKUP", "NO_RANDOM_ACCESS", "PROXY", "SEARCH", "TEMPLATE", "UNLOCK", "UNSTRUCTURED_TARGETS", "SHAREPOINT_TARGET", "PROVISIONING", "GROUP_PROVISIONING", "SYNC_PROVISIONING", "PASSWORD", "CURRENT_PASSWORD", "ACCOUNT_ONLY_REQUEST", "ADDITIONAL_ACCOUNT_REQUEST", "NO_AGGREGATION", "GROUPS_HAVE_MEMBERS", "NO_PERMISSIONS_PROVISIONING", "NO_GROUP_PERMISSIONS_PROVISIONING", "NO_UNSTRUCTURED_TARGETS_PROVISIONING", "NO_DIRECT_PERMISSIONS_PROVISIONING", "PREFER_UUID", "ARM_SECURITY_EXTRACT", "ARM_UTILIZATION_EXTRACT", "ARM_CHANGELOG_EXTRACT", "USES_UUID", "APPLICATION_DISCOVERY", "DELETE"]] = ..., configuration: Mapping[str, Any] = ..., attributes: Sequence[_Body] = ..., created: _Moment = ..., modified: _Moment | None = ..., **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, schema: _Body = ..., id: _Text = ..., name: _Text = ..., native_object_type: _Text = ..., identity_attribute: _Text = ..., display_attribute: _Text = ..., hierarchy_attribute: _Text | None = ..., include_permissions: bool = ..., features: Sequence[Literal["AUTHENTICATE", "COMPOSITE", "DIRECT_PERMISSIONS", "DISCOVER_SCHEMA", "ENABLE", "MANAGER_LOOKUP", "NO_RANDOM_ACCESS", "PROXY", "SEARCH", "TEMPLATE", "UNLOCK", "UNSTRUCTURED_TARGETS", "SHAREPOINT_TARGET", "PROVISIONING", "GROUP_PROVISIONING", "SYNC_PROVISIONING", "PASSWORD", "CURRENT_PASSWORD", "ACCOUNT_ONLY_REQUEST", "ADDITIONAL_ACCOUNT_REQUEST", "NO_AGGREGATION", "GROUPS_HAVE_MEMBERS", "NO_PERMISSIONS_PROVISIONING", "NO_GROUP_PERMISSIONS_PROVISIONING", "NO_UNSTRUCTURED_TARGETS_PROVISIONING", "NO_DIRECT_PERMISSIONS_PROVISIONING", "PREFER_UUID", "ARM_SECURITY_EXTRACT", "ARM_UTILIZATION_EXTRACT", "ARM_CHANGELOG_EXTRACT", "USES_UUID", "APPLICATION_DISCOVERY", "DELETE"]] = ..., configuration: Mapping[str, Any] = ..., attributes: Sequence[_Body] = ..., created: _Moment = ..., modified: _Moment | None = ..., **_options: Unpack[_Options]) -> Stage: ...

new_source_schema: _new_source_schema

class _new_sources_within_multi_host(_Command):
    @overload
    def __call__(self, multihost_id: _Id, multi_host_integrations_create_sources: _Bodies, **_options: Unpack[_Options]) -> None: ...
    @overload
    def __call__(self, *, multi_host_integrations_create_sources: _Bodies, **_options: Unpack[_Options]) -> Stage: ...

new_sources_within_multi_host: _new_sources_within_multi_host

class _new_stream(_Command):
    def __call__(self, create_stream_request: _Body = ..., *, delivery: _Body = ..., events_requested: Sequence[_Text] = ..., description: _Text = ..., **_options: Unpack[_Options]) -> Record: ...

new_stream: _new_stream

class _new_subscription(_Command):
    def __call__(self, subscription_post_request: _Body = ..., *, name: _Text = ..., description: _Text = ..., trigger_id: _Text = ..., type: Literal["HTTP", "EVENTBRIDGE", "INLINE", "SCRIPT", "WORKFLOW"] = ..., response_deadline: _Text = ..., http_config: _Body = ..., event_bridge_config: _Body = ..., enabled: bool = ..., var_filter: _Text = ..., **_options: Unpack[_Options]) -> Record: ...

new_subscription: _new_subscription

class _new_tag(_Command):
    def __call__(self, tag: _Body = ..., *, name: _Text = ..., **_options: Unpack[_Options]) -> Record: ...

new_tag: _new_tag

class _new_transform(_Command):
    def __call__(self, transform: _Body = ..., *, name: _Text = ..., type: Literal["accountAttribute", "base64Decode", "base64Encode", "concat", "conditional", "dateCompare", "dateFormat", "dateMath", "decomposeDiacriticalMarks", "e164phone", "firstValid", "rule", "identityAttribute", "indexOf", "iso3166", "lastIndexOf", "leftPad", "lookup", "lower", "normalizeNames", "randomAlphaNumeric", "randomNumeric", "reference", "replaceAll", "replace", "rightPad", "split", "static", "substring", "trim", "upper", "usernameGenerator", "uuid", "displayName", "rfc5646"] = ..., attributes: Any = ..., **_options: Unpack[_Options]) -> Record: ...

new_transform: _new_transform

class _new_uploaded_configuration(_Command):
    def __call__(self, data: _File, name: _Text, **_options: Unpack[_Options]) -> Record: ...

new_uploaded_configuration: _new_uploaded_configuration

class _new_verified_from_address(_Command):
    def __call__(self, email_status_dto: _Body = ..., *, id: _Text | None = ..., email: _Text = ..., is_verified_by_domain: bool = ..., verification_status: Literal["PENDING", "SUCCESS", "FAILED", "NA"] = ..., region: _Text | None = ..., **_options: Unpack[_Options]) -> Record: ...

new_verified_from_address: _new_verified_from_address

class _new_workflow(_Command):
    def __call__(self, create_workflow_request: _Body = ..., *, name: _Text = ..., owner: _Body = ..., description: _Text = ..., definition: _Body = ..., enabled: bool = ..., trigger: _Body = ..., **_options: Unpack[_Options]) -> Record: ...

new_workflow: _new_workflow

class _new_workflow_external_trigger(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

new_workflow_external_trigger: _new_workflow_external_trigger

class _new_workgroup(_Command):
    def __call__(self, workgroup_dto: _Body = ..., *, owner: _Body = ..., name: _Text = ..., description: _Text = ..., created: _Moment = ..., modified: _Moment = ..., **_options: Unpack[_Options]) -> Record: ...

new_workgroup: _new_workgroup

class _on(_Command):
    def __call__(self, *profiles: Any, **arguments: Any) -> Stream: ...

on: _on

class _out_chart(_Command):
    def __call__(self, label: str | Callable[[Any], Any] | None = ..., value: str | Callable[[Any], Any] | None = ..., *, every: str | None = ..., **_options: Unpack[_Common]) -> Stage: ...

out_chart: _out_chart

class _out_file(_Command):
    def __call__(self, file_path: Any, encoding: str | None = ..., *, append: bool = ..., force: bool = ..., no_clobber: bool = ..., width: int | None = ..., no_newline: bool = ..., **_options: Unpack[_Common]) -> Stage: ...

out_file: _out_file

class _out_grid_view(_Command):
    def __call__(self, *property: Any, title: str | None = ..., output_mode: str | None = ..., pass_thru: bool = ..., wait: bool = ..., filter: str = ..., **_options: Unpack[_Common]) -> Stage: ...

out_grid_view: _out_grid_view

class _out_host(_Command):
    def __call__(self, *, paging: bool = ..., **_options: Unpack[_Common]) -> Stage: ...

out_host: _out_host

class _out_null(_Command):
    def __call__(self, **_options: Unpack[_Common]) -> Sink: ...

out_null: _out_null

class _out_string(_Command):
    def __call__(self, *, width: int | None = ..., stream: bool = ..., no_newline: bool = ..., **_options: Unpack[_Common]) -> Stage: ...

out_string: _out_string

class _ping_cluster(_Command):
    @overload
    def __call__(self, source_id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

ping_cluster: _ping_cluster

class _publish_custom_user_level(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

publish_custom_user_level: _publish_custom_user_level

class _publish_data_segment(_Command):
    @overload
    def __call__(self, request_body: _Bodies, publish_all: bool | None = ..., *, segment_id: _Id, **_options: Unpack[_Options]) -> None: ...
    @overload
    def __call__(self, *, request_body: _Bodies, publish_all: bool | None = ..., **_options: Unpack[_Options]) -> Stage: ...

publish_data_segment: _publish_data_segment

class _receive_job(_Command):
    def __call__(self, id: Any = ..., *, wait: bool = ..., keep: bool = ..., timeout: Any = ..., **_options: Unpack[_Common]) -> list[Any]: ...

receive_job: _receive_job

class _receive_potential_role(_Command):
    def __call__(self, session_id: str | None = ..., potential_role_id: Any = ..., *, folder: str | PathLike[str] = ..., out_file: str | PathLike[str] | None = ..., export_id: str | None = ..., min_entitlement_popularity: int | None = ..., include_common_access: bool | None = ..., force: bool = ..., timeout: Any = ..., **_options: Unpack[_Common]) -> Any: ...

receive_potential_role: _receive_potential_role

class _receive_report(_Command):
    def __call__(self, report_type: str | None = ..., *, arguments: Mapping[str, Any] | None = ..., report_details: Any = ..., file_format: str | None = ..., out_file: str | PathLike[str] | None = ..., source: Any = ..., force: bool = ..., timeout: Any = ..., **_options: Unpack[_Common]) -> Path | None: ...

receive_report: _receive_report

class _remove_access_model_metadata_from_entitlement(_Command):
    @overload
    def __call__(self, id: _Id, attribute_key: _Text, attribute_value: _Text, **_options: Unpack[_Options]) -> None: ...
    @overload
    def __call__(self, *, id: _Id = ..., attribute_key: _Text = ..., **_options: Unpack[_Options]) -> Stage: ...

remove_access_model_metadata_from_entitlement: _remove_access_model_metadata_from_entitlement

class _remove_access_profile(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> None: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

remove_access_profile: _remove_access_profile

class _remove_access_profiles_from_source_app_by_bulk(_Command):
    @overload
    def __call__(self, id: _Id, request_body: _Bodies, limit: int | None = ..., **_options: Unpack[_Options]) -> list[Record]: ...
    @overload
    def __call__(self, *, request_body: _Bodies, limit: int | None = ..., **_options: Unpack[_Options]) -> Stage: ...

remove_access_profiles_from_source_app_by_bulk: _remove_access_profiles_from_source_app_by_bulk

class _remove_access_profiles_in_bulk(_Command):
    def __call__(self, access_profile_bulk_delete_request: _Body = ..., *, access_profile_ids: Sequence[_Text] = ..., best_effort_only: bool = ..., **_options: Unpack[_Options]) -> Record: ...

remove_access_profiles_in_bulk: _remove_access_profiles_in_bulk

class _remove_account(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

remove_account: _remove_account

class _remove_account_async(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

remove_account_async: _remove_account_async

class _remove_accounts_async(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

remove_accounts_async: _remove_accounts_async

class _remove_application(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> None: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

remove_application: _remove_application

class _remove_approval_config_request(_Command):
    @overload
    def __call__(self, id: _Id, scope: Literal["DOMAIN_OBJECT", "ACCOUNT", "ROLE", "ACCESS_PROFILE", "ENTITLEMENT", "APPROVAL_TYPE", "TENANT"], **_options: Unpack[_Options]) -> None: ...
    @overload
    def __call__(self, *, id: _Id = ..., **_options: Unpack[_Options]) -> Stage: ...

remove_approval_config_request: _remove_approval_config_request

class _remove_backup(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> None: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

remove_backup: _remove_backup

class _remove_branding(_Command):
    @overload
    def __call__(self, name: _Text, **_options: Unpack[_Options]) -> None: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

remove_branding: _remove_branding

class _remove_bulk_dimensions(_Command):
    @overload
    def __call__(self, role_id: _Id, dimension_bulk_delete_request: _Body = ..., *, dimension_ids: Sequence[_Text] = ..., **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, dimension_bulk_delete_request: _Body = ..., dimension_ids: Sequence[_Text] = ..., **_options: Unpack[_Options]) -> Stage: ...

remove_bulk_dimensions: _remove_bulk_dimensions

class _remove_bulk_roles(_Command):
    def __call__(self, role_bulk_delete_request: _Body = ..., *, role_ids: Sequence[_Text] = ..., **_options: Unpack[_Options]) -> Record: ...

remove_bulk_roles: _remove_bulk_roles

class _remove_campaign_filters(_Command):
    def __call__(self, request_body: _Bodies, **_options: Unpack[_Options]) -> None: ...

remove_campaign_filters: _remove_campaign_filters

class _remove_campaign_template(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> None: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

remove_campaign_template: _remove_campaign_template

class _remove_campaign_template_schedule(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> None: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

remove_campaign_template_schedule: _remove_campaign_template_schedule

class _remove_campaigns(_Command):
    def __call__(self, campaigns_delete_request: _Body = ..., *, ids: Sequence[_Text] = ..., **_options: Unpack[_Options]) -> Any: ...

remove_campaigns: _remove_campaigns

class _remove_classify_machine_account_from_source(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> None: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

remove_classify_machine_account_from_source: _remove_classify_machine_account_from_source

class _remove_connector_customizer(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> None: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

remove_connector_customizer: _remove_connector_customizer

class _remove_connector_rule(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> None: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

remove_connector_rule: _remove_connector_rule

class _remove_custom_connector(_Command):
    @overload
    def __call__(self, script_name: _Text, **_options: Unpack[_Options]) -> None: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

remove_custom_connector: _remove_custom_connector

class _remove_custom_password_instructions(_Command):
    @overload
    def __call__(self, page_id: Literal["change-password:enter-password", "change-password:finish", "flow-selection:select", "forget-username:user-email", "mfa:enter-code", "mfa:enter-kba", "mfa:select", "reset-password:enter-password", "reset-password:enter-username", "reset-password:finish", "unlock-account:enter-username", "unlock-account:finish"], locale: _Text | None = ..., **_options: Unpack[_Options]) -> None: ...
    @overload
    def __call__(self, *, locale: _Text | None = ..., **_options: Unpack[_Options]) -> Stage: ...

remove_custom_password_instructions: _remove_custom_password_instructions

class _remove_custom_privilege_criteria(_Command):
    @overload
    def __call__(self, criteria_id: _Id, **_options: Unpack[_Options]) -> None: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

remove_custom_privilege_criteria: _remove_custom_privilege_criteria

class _remove_data_segment(_Command):
    @overload
    def __call__(self, id: _Id, published: bool | None = ..., **_options: Unpack[_Options]) -> None: ...
    @overload
    def __call__(self, *, published: bool | None = ..., **_options: Unpack[_Options]) -> Stage: ...

remove_data_segment: _remove_data_segment

class _remove_dimension(_Command):
    @overload
    def __call__(self, role_id: _Id, dimension_id: _Id, **_options: Unpack[_Options]) -> None: ...
    @overload
    def __call__(self, *, role_id: _Id = ..., **_options: Unpack[_Options]) -> Stage: ...

remove_dimension: _remove_dimension

class _remove_draft(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> None: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

remove_draft: _remove_draft

class _remove_form_definition(_Command):
    @overload
    def __call__(self, form_definition_id: _Id, **_options: Unpack[_Options]) -> Any: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

remove_form_definition: _remove_form_definition

class _remove_icon(_Command):
    @overload
    def __call__(self, object_type: Literal["application"], object_id: _Id, **_options: Unpack[_Options]) -> None: ...
    @overload
    def __call__(self, *, object_type: Literal["application"] = ..., **_options: Unpack[_Options]) -> Stage: ...

remove_icon: _remove_icon

class _remove_identity(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> None: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

remove_identity: _remove_identity

class _remove_identity_attribute(_Command):
    @overload
    def __call__(self, name: _Text, **_options: Unpack[_Options]) -> None: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

remove_identity_attribute: _remove_identity_attribute

class _remove_identity_attributes_in_bulk(_Command):
    def __call__(self, identity_attribute_names: _Body = ..., *, ids: Sequence[_Text] = ..., **_options: Unpack[_Options]) -> None: ...

remove_identity_attributes_in_bulk: _remove_identity_attributes_in_bulk

class _remove_identity_profile(_Command):
    @overload
    def __call__(self, identity_profile_id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

remove_identity_profile: _remove_identity_profile

class _remove_identity_profiles(_Command):
    def __call__(self, request_body: _Bodies, **_options: Unpack[_Options]) -> Record: ...

remove_identity_profiles: _remove_identity_profiles

class _remove_launcher(_Command):
    @overload
    def __call__(self, launcher_id: _Id, **_options: Unpack[_Options]) -> None: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

remove_launcher: _remove_launcher

class _remove_lifecycle_state(_Command):
    @overload
    def __call__(self, identity_profile_id: _Id, lifecycle_state_id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, identity_profile_id: _Id = ..., **_options: Unpack[_Options]) -> Stage: ...

remove_lifecycle_state: _remove_lifecycle_state

class _remove_machine_account_mappings(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> None: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

remove_machine_account_mappings: _remove_machine_account_mappings

class _remove_machine_account_subtype(_Command):
    @overload
    def __call__(self, source_id: _Id, technical_name: _Text, **_options: Unpack[_Options]) -> None: ...
    @overload
    def __call__(self, *, source_id: _Id = ..., **_options: Unpack[_Options]) -> Stage: ...

remove_machine_account_subtype: _remove_machine_account_subtype

class _remove_machine_classification_config(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> None: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

remove_machine_classification_config: _remove_machine_classification_config

class _remove_machine_identity(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> None: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

remove_machine_identity: _remove_machine_identity

class _remove_managed_client(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> None: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

remove_managed_client: _remove_managed_client

class _remove_managed_cluster(_Command):
    @overload
    def __call__(self, id: _Id, remove_clients: bool | None = ..., **_options: Unpack[_Options]) -> None: ...
    @overload
    def __call__(self, *, remove_clients: bool | None = ..., **_options: Unpack[_Options]) -> Stage: ...

remove_managed_cluster: _remove_managed_cluster

class _remove_managed_cluster_type(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> None: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

remove_managed_cluster_type: _remove_managed_cluster_type

class _remove_metadata_from_role_by_key_and_value(_Command):
    @overload
    def __call__(self, id: _Id, attribute_key: _Text, attribute_value: _Text, **_options: Unpack[_Options]) -> None: ...
    @overload
    def __call__(self, *, id: _Id = ..., attribute_key: _Text = ..., **_options: Unpack[_Options]) -> Stage: ...

remove_metadata_from_role_by_key_and_value: _remove_metadata_from_role_by_key_and_value

class _remove_multi_host(_Command):
    @overload
    def __call__(self, multihost_id: _Id, **_options: Unpack[_Options]) -> None: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

remove_multi_host: _remove_multi_host

class _remove_multi_host_sources(_Command):
    @overload
    def __call__(self, multi_host_id: _Id, request_body: _Bodies, **_options: Unpack[_Options]) -> None: ...
    @overload
    def __call__(self, *, request_body: _Bodies, **_options: Unpack[_Options]) -> Stage: ...

remove_multi_host_sources: _remove_multi_host_sources

class _remove_native_change_detection_config(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> None: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

remove_native_change_detection_config: _remove_native_change_detection_config

class _remove_non_employee_record(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> None: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

remove_non_employee_record: _remove_non_employee_record

class _remove_non_employee_records_in_bulk(_Command):
    def __call__(self, delete_non_employee_records_in_bulk_request: _Body = ..., *, ids: Sequence[_Text] = ..., **_options: Unpack[_Options]) -> None: ...

remove_non_employee_records_in_bulk: _remove_non_employee_records_in_bulk

class _remove_non_employee_request(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> None: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

remove_non_employee_request: _remove_non_employee_request

class _remove_non_employee_schema_attribute(_Command):
    @overload
    def __call__(self, attribute_id: _Id, source_id: _Id, **_options: Unpack[_Options]) -> None: ...
    @overload
    def __call__(self, *, attribute_id: _Id = ..., **_options: Unpack[_Options]) -> Stage: ...

remove_non_employee_schema_attribute: _remove_non_employee_schema_attribute

class _remove_non_employee_source(_Command):
    @overload
    def __call__(self, source_id: _Id, **_options: Unpack[_Options]) -> None: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

remove_non_employee_source: _remove_non_employee_source

class _remove_non_employee_source_schema_attributes(_Command):
    @overload
    def __call__(self, source_id: _Id, **_options: Unpack[_Options]) -> None: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

remove_non_employee_source_schema_attributes: _remove_non_employee_source_schema_attributes

class _remove_notification_templates_in_bulk(_Command):
    def __call__(self, template_bulk_delete_dto: _Bodies, **_options: Unpack[_Options]) -> None: ...

remove_notification_templates_in_bulk: _remove_notification_templates_in_bulk

class _remove_oauth_client(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> None: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

remove_oauth_client: _remove_oauth_client

class _remove_object_mapping(_Command):
    @overload
    def __call__(self, source_org: _Text, object_mapping_id: _Id, **_options: Unpack[_Options]) -> None: ...
    @overload
    def __call__(self, *, source_org: _Text = ..., **_options: Unpack[_Options]) -> Stage: ...

remove_object_mapping: _remove_object_mapping

class _remove_parameter(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> None: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

remove_parameter: _remove_parameter

class _remove_password_policy(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> None: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

remove_password_policy: _remove_password_policy

class _remove_password_sync_group(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> None: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

remove_password_sync_group: _remove_password_sync_group

class _remove_personal_access_token(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> None: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

remove_personal_access_token: _remove_personal_access_token

class _remove_provisioning_policy(_Command):
    @overload
    def __call__(self, source_id: _Id, usage_type: Literal["CREATE", "UPDATE", "ENABLE", "DISABLE", "DELETE", "ASSIGN", "UNASSIGN", "CREATE_GROUP", "UPDATE_GROUP", "DELETE_GROUP", "REGISTER", "CREATE_IDENTITY", "UPDATE_IDENTITY", "EDIT_GROUP", "UNLOCK", "CHANGE_PASSWORD"], **_options: Unpack[_Options]) -> None: ...
    @overload
    def __call__(self, *, source_id: _Id = ..., **_options: Unpack[_Options]) -> Stage: ...

remove_provisioning_policy: _remove_provisioning_policy

class _remove_reassignment_configuration(_Command):
    @overload
    def __call__(self, identity_id: _Id, config_type: Literal["ACCESS_REQUESTS", "CERTIFICATIONS", "MANUAL_TASKS", "GENERIC_APPROVALS"], **_options: Unpack[_Options]) -> None: ...
    @overload
    def __call__(self, *, identity_id: _Id = ..., **_options: Unpack[_Options]) -> Stage: ...

remove_reassignment_configuration: _remove_reassignment_configuration

class _remove_role(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> None: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

remove_role: _remove_role

class _remove_saved_search(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> None: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

remove_saved_search: _remove_saved_search

class _remove_schedule(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> None: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

remove_schedule: _remove_schedule

class _remove_scheduled_action(_Command):
    @overload
    def __call__(self, scheduled_action_id: _Id, **_options: Unpack[_Options]) -> None: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

remove_scheduled_action: _remove_scheduled_action

class _remove_scheduled_search(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> None: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

remove_scheduled_search: _remove_scheduled_search

class _remove_search_attribute_config(_Command):
    @overload
    def __call__(self, name: _Text, **_options: Unpack[_Options]) -> None: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

remove_search_attribute_config: _remove_search_attribute_config

class _remove_segment(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> None: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

remove_segment: _remove_segment

class _remove_service_desk_integration(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> None: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

remove_service_desk_integration: _remove_service_desk_integration

class _remove_sim_integration(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> None: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

remove_sim_integration: _remove_sim_integration

class _remove_sod_policy(_Command):
    @overload
    def __call__(self, id: _Id, logical: bool | None = ..., **_options: Unpack[_Options]) -> None: ...
    @overload
    def __call__(self, *, logical: bool | None = ..., **_options: Unpack[_Options]) -> Stage: ...

remove_sod_policy: _remove_sod_policy

class _remove_sod_policy_schedule(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> None: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

remove_sod_policy_schedule: _remove_sod_policy_schedule

class _remove_source(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

remove_source: _remove_source

class _remove_source_app(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

remove_source_app: _remove_source_app

class _remove_source_schedule(_Command):
    @overload
    def __call__(self, source_id: _Id, schedule_type: Literal["ACCOUNT_AGGREGATION", "GROUP_AGGREGATION"], **_options: Unpack[_Options]) -> None: ...
    @overload
    def __call__(self, *, source_id: _Id = ..., **_options: Unpack[_Options]) -> Stage: ...

remove_source_schedule: _remove_source_schedule

class _remove_source_schema(_Command):
    @overload
    def __call__(self, source_id: _Id, schema_id: _Id, **_options: Unpack[_Options]) -> None: ...
    @overload
    def __call__(self, *, source_id: _Id = ..., **_options: Unpack[_Options]) -> Stage: ...

remove_source_schema: _remove_source_schema

class _remove_stream(_Command):
    def __call__(self, stream_id: _Text, **_options: Unpack[_Options]) -> None: ...

remove_stream: _remove_stream

class _remove_subscription(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> None: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

remove_subscription: _remove_subscription

class _remove_tag_by_id(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> None: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

remove_tag_by_id: _remove_tag_by_id

class _remove_tagged_object(_Command):
    @overload
    def __call__(self, type: Literal["ACCESS_PROFILE", "APPLICATION", "CAMPAIGN", "ENTITLEMENT", "IDENTITY", "ROLE", "SOD_POLICY", "SOURCE"], id: _Id, **_options: Unpack[_Options]) -> None: ...
    @overload
    def __call__(self, *, type: Literal["ACCESS_PROFILE", "APPLICATION", "CAMPAIGN", "ENTITLEMENT", "IDENTITY", "ROLE", "SOD_POLICY", "SOURCE"] = ..., **_options: Unpack[_Options]) -> Stage: ...

remove_tagged_object: _remove_tagged_object

class _remove_tags_to_many_object(_Command):
    def __call__(self, bulk_remove_tagged_object: _Body = ..., *, object_refs: Sequence[_Body] = ..., tags: Sequence[_Text] = ..., **_options: Unpack[_Options]) -> None: ...

remove_tags_to_many_object: _remove_tags_to_many_object

class _remove_task(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> None: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

remove_task: _remove_task

class _remove_transform(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> None: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

remove_transform: _remove_transform

class _remove_uploaded_configuration(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> None: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

remove_uploaded_configuration: _remove_uploaded_configuration

class _remove_user_level(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> None: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

remove_user_level: _remove_user_level

class _remove_verified_from_address(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> None: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

remove_verified_from_address: _remove_verified_from_address

class _remove_workflow(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> None: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

remove_workflow: _remove_workflow

class _remove_workgroup(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> None: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

remove_workgroup: _remove_workgroup

class _remove_workgroup_members(_Command):
    @overload
    def __call__(self, workgroup_id: _Id, identity_preview_response_identity: _Bodies, **_options: Unpack[_Options]) -> list[Record]: ...
    @overload
    def __call__(self, *, identity_preview_response_identity: _Bodies, **_options: Unpack[_Options]) -> Stage: ...

remove_workgroup_members: _remove_workgroup_members

class _remove_workgroups_in_bulk(_Command):
    def __call__(self, workgroup_bulk_delete_request: _Body = ..., *, ids: Sequence[_Text] = ..., **_options: Unpack[_Options]) -> list[Record]: ...

remove_workgroups_in_bulk: _remove_workgroups_in_bulk

class _reset_identity(_Command):
    @overload
    def __call__(self, identity_id: _Id, **_options: Unpack[_Options]) -> None: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

reset_identity: _reset_identity

class _reset_source_entitlements(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

reset_source_entitlements: _reset_source_entitlements

class _search(_Command):
    def __call__(self, indices: str | Sequence[str], query: str = ..., *, includes: Sequence[str] = ..., nested: bool = ..., sort: str | Sequence[str] = ..., limit: int | None = ..., increment: int | None = ..., **_options: Unpack[_Common]) -> Stream: ...

search: _search

class _search_aggregate(_Command):
    def __call__(self, search: _Body = ..., offset: int | None = ..., limit: int | None = ..., count: bool | None = ..., *, indices: Sequence[Literal["accessprofiles", "accountactivities", "entitlements", "events", "identities", "roles", "*"]] = ..., query_type: Literal["DSL", "SAILPOINT", "TEXT", "TYPEAHEAD"] = ..., query_version: _Text = ..., query: _Body = ..., query_dsl: Mapping[str, Any] = ..., text_query: _Body = ..., type_ahead_query: _Body = ..., include_nested: bool = ..., query_result_filter: _Body = ..., aggregation_type: Literal["DSL", "SAILPOINT"] = ..., aggregations_version: _Text = ..., aggregations_dsl: Mapping[str, Any] = ..., aggregations: _Body = ..., sort: Sequence[_Text] = ..., search_after: Sequence[_Text] = ..., filters: Mapping[str, Any] = ..., **_options: Unpack[_Options]) -> Record: ...

search_aggregate: _search_aggregate

class _search_count(_Command):
    def __call__(self, search: _Body = ..., *, indices: Sequence[Literal["accessprofiles", "accountactivities", "entitlements", "events", "identities", "roles", "*"]] = ..., query_type: Literal["DSL", "SAILPOINT", "TEXT", "TYPEAHEAD"] = ..., query_version: _Text = ..., query: _Body = ..., query_dsl: Mapping[str, Any] = ..., text_query: _Body = ..., type_ahead_query: _Body = ..., include_nested: bool = ..., query_result_filter: _Body = ..., aggregation_type: Literal["DSL", "SAILPOINT"] = ..., aggregations_version: _Text = ..., aggregations_dsl: Mapping[str, Any] = ..., aggregations: _Body = ..., sort: Sequence[_Text] = ..., search_after: Sequence[_Text] = ..., filters: Mapping[str, Any] = ..., **_options: Unpack[_Options]) -> None: ...

search_count: _search_count

class _search_form_definitions_by_tenant(_Command):
    def __call__(self, offset: int | None = ..., limit: int | None = ..., filters: str | None = ..., sorters: str | Sequence[str] | None = ..., **_options: Unpack[_Options]) -> Record: ...

search_form_definitions_by_tenant: _search_form_definitions_by_tenant

class _search_form_element_data_by_element_id(_Command):
    @overload
    def __call__(self, form_instance_id: _Id, form_element_id: _Id, limit: int | None = ..., filters: str | None = ..., query: _Text | None = ..., **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, limit: int | None = ..., filters: str | None = ..., query: _Text | None = ..., form_instance_id: _Id = ..., **_options: Unpack[_Options]) -> Stage: ...

search_form_element_data_by_element_id: _search_form_element_data_by_element_id

class _search_form_instances_by_tenant(_Command):
    def __call__(self, offset: int | None = ..., limit: int | None = ..., filters: str | Mapping[str, Any] | None = ..., **_options: Unpack[_Options]) -> Stream: ...

search_form_instances_by_tenant: _search_form_instances_by_tenant

class _search_get(_Command):
    @overload
    def __call__(self, index: Literal["accessprofiles", "accountactivities", "entitlements", "events", "identities", "roles"], id: _Id, **_options: Unpack[_Options]) -> Any: ...
    @overload
    def __call__(self, *, index: Literal["accessprofiles", "accountactivities", "entitlements", "events", "identities", "roles"] = ..., **_options: Unpack[_Options]) -> Stage: ...

search_get: _search_get

class _search_parameters(_Command):
    def __call__(self, filters: str | Mapping[str, Any] | None = ..., sorters: str | Sequence[str] | None = ..., offset: int | None = ..., limit: int | None = ..., **_options: Unpack[_Options]) -> Stream: ...

search_parameters: _search_parameters

class _search_password_info(_Command):
    def __call__(self, password_info_query_dto: _Body = ..., *, user_name: _Text = ..., source_name: _Text = ..., **_options: Unpack[_Options]) -> Record: ...

search_password_info: _search_password_info

class _search_post(_Command):
    def __call__(self, search: _Body = ..., offset: int | None = ..., limit: int | None = ..., count: bool | None = ..., *, indices: Sequence[Literal["accessprofiles", "accountactivities", "entitlements", "events", "identities", "roles", "*"]] = ..., query_type: Literal["DSL", "SAILPOINT", "TEXT", "TYPEAHEAD"] = ..., query_version: _Text = ..., query: _Body = ..., query_dsl: Mapping[str, Any] = ..., text_query: _Body = ..., type_ahead_query: _Body = ..., include_nested: bool = ..., query_result_filter: _Body = ..., aggregation_type: Literal["DSL", "SAILPOINT"] = ..., aggregations_version: _Text = ..., aggregations_dsl: Mapping[str, Any] = ..., aggregations: _Body = ..., sort: Sequence[_Text] = ..., search_after: Sequence[_Text] = ..., filters: Mapping[str, Any] = ..., **_options: Unpack[_Options]) -> Stream: ...

search_post: _search_post

class _search_pre_defined_select_options(_Command):
    def __call__(self, **_options: Unpack[_Options]) -> Record: ...

search_pre_defined_select_options: _search_pre_defined_select_options

class _search_resource_objects(_Command):
    @overload
    def __call__(self, source_id: _Id, resource_objects_request: _Body = ..., *, object_type: _Text = ..., max_count: int = ..., **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, resource_objects_request: _Body = ..., object_type: _Text = ..., max_count: int = ..., **_options: Unpack[_Options]) -> Stage: ...

search_resource_objects: _search_resource_objects

class _search_roles_by_filter(_Command):
    def __call__(self, for_subadmin: _Text | None = ..., limit: int | None = ..., offset: int | None = ..., count: bool | None = ..., sorters: str | Sequence[str] | None = ..., for_segment_ids: _Text | None = ..., include_unsegmented: bool | None = ..., role_list_filter_dto: _Body = ..., *, filters: _Text | None = ..., amm_key_values: Sequence[_Body] | None = ..., **_options: Unpack[_Options]) -> Stream: ...

search_roles_by_filter: _search_roles_by_filter

class _select_identity_decision(_Command):
    @overload
    def __call__(self, id: _Id, review_decision: _Bodies, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, review_decision: _Bodies, **_options: Unpack[_Options]) -> Stage: ...

select_identity_decision: _select_identity_decision

class _select_object(_Command):
    def __call__(self, *properties: Any, property: Any = ..., expand_property: str | None = ..., exclude_property: str | Sequence[str] = ..., first: int | None = ..., last: int | None = ..., skip: int = ..., skip_last: int = ..., index: int | Sequence[int] | None = ..., skip_index: int | Sequence[int] = ..., unique: bool = ..., case_insensitive: bool = ..., wait: bool = ..., **calculated: Any) -> Stage: ...

select_object: _select_object

class _send_account(_Command):
    @overload
    def __call__(self, id: _Id, account_attributes: _Body = ..., *, attributes: Mapping[str, Any] = ..., **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, account_attributes: _Body = ..., attributes: Mapping[str, Any] = ..., **_options: Unpack[_Options]) -> Stage: ...

send_account: _send_account

class _send_application(_Command):
    @overload
    def __call__(self, id: _Id, base_create_application_request: _Body = ..., *, application_type: Literal[1, 8, 9, 11, 15, 20, 21, 24, 25, 27, 28, 29, 33, 35, 37] = ..., name: _Text = ..., description: _Text | None = ..., tags: Sequence[_Body] | None = ..., identity_collector_id: int | None = ..., ad_identity_collector_id: int | None = ..., nis_identity_collector_id: int | None = ..., application_crawler_settings: _Body = ..., permission_collector_settings: _Body = ..., data_classification_settings: _Body = ..., activity_configuration_settings: _Body = ..., execute_now: bool = ..., **_options: Unpack[_Options]) -> None: ...
    @overload
    def __call__(self, *, base_create_application_request: _Body = ..., application_type: Literal[1, 8, 9, 11, 15, 20, 21, 24, 25, 27, 28, 29, 33, 35, 37] = ..., name: _Text = ..., description: _Text | None = ..., tags: Sequence[_Body] | None = ..., identity_collector_id: int | None = ..., ad_identity_collector_id: int | None = ..., nis_identity_collector_id: int | None = ..., application_crawler_settings: _Body = ..., permission_collector_settings: _Body = ..., data_classification_settings: _Body = ..., activity_configuration_settings: _Body = ..., execute_now: bool = ..., **_options: Unpack[_Options]) -> Stage: ...

send_application: _send_application

class _send_approvals_config(_Command):
    @overload
    def __call__(self, id: _Id, scope: Literal["DOMAIN_OBJECT", "ACCOUNT", "ROLE", "ACCESS_PROFILE", "ENTITLEMENT", "APPROVAL_TYPE", "TENANT"], approval_config: _Body = ..., *, reminder_config: _Body = ..., escalation_config: _Body = ..., timeout_config: _Body = ..., cron_timezone: _Body = ..., serial_chain: Sequence[_Body] = ..., requires_comment: Literal["APPROVAL", "REJECTION", "ALL", "OFF"] = ..., fallback_approver: _Body = ..., machine_identity_manager_assignment: Literal["MANAGER_OF_REQUESTER", "MACHINE_IDENTITY_OWNER", "MANAGER_OF_MACHINE_IDENTITY_OWNER", "REQUESTED_TARGET_OWNER", "MANAGER_OF_REQUESTED_TARGET_OWNER", "ACCOUNT_OWNER", "MANAGER_OF_ACCOUNT_OWNER"] = ..., circumvent_approval_process: bool = ..., auto_approve: Literal["OFF", "DIRECT", "INDIRECT"] = ..., **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, approval_config: _Body = ..., id: _Id = ..., reminder_config: _Body = ..., escalation_config: _Body = ..., timeout_config: _Body = ..., cron_timezone: _Body = ..., serial_chain: Sequence[_Body] = ..., requires_comment: Literal["APPROVAL", "REJECTION", "ALL", "OFF"] = ..., fallback_approver: _Body = ..., machine_identity_manager_assignment: Literal["MANAGER_OF_REQUESTER", "MACHINE_IDENTITY_OWNER", "MANAGER_OF_MACHINE_IDENTITY_OWNER", "REQUESTED_TARGET_OWNER", "MANAGER_OF_REQUESTED_TARGET_OWNER", "ACCOUNT_OWNER", "MANAGER_OF_ACCOUNT_OWNER"] = ..., circumvent_approval_process: bool = ..., auto_approve: Literal["OFF", "DIRECT", "INDIRECT"] = ..., **_options: Unpack[_Options]) -> Stage: ...

send_approvals_config: _send_approvals_config

class _send_classify_machine_account(_Command):
    @overload
    def __call__(self, id: _Id, classification_mode: Literal["default", "ignoreManual", "forceMachine", "forceHuman"] | None = ..., **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, classification_mode: Literal["default", "ignoreManual", "forceMachine", "forceHuman"] | None = ..., **_options: Unpack[_Options]) -> Stage: ...

send_classify_machine_account: _send_classify_machine_account

class _send_classify_machine_account_from_source(_Command):
    @overload
    def __call__(self, source_id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

send_classify_machine_account_from_source: _send_classify_machine_account_from_source

class _send_client_log_configuration(_Command):
    @overload
    def __call__(self, id: _Id, put_client_log_configuration_request: _Body, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, put_client_log_configuration_request: _Body, **_options: Unpack[_Options]) -> Stage: ...

send_client_log_configuration: _send_client_log_configuration

class _send_connector_correlation_config(_Command):
    @overload
    def __call__(self, script_name: _Text, file: _File, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, file: _File, **_options: Unpack[_Options]) -> Stage: ...

send_connector_correlation_config: _send_connector_correlation_config

class _send_connector_customizer(_Command):
    @overload
    def __call__(self, id: _Id, connector_customizer_update_request: _Body = ..., *, name: _Text = ..., **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, connector_customizer_update_request: _Body = ..., name: _Text = ..., **_options: Unpack[_Options]) -> Stage: ...

send_connector_customizer: _send_connector_customizer

class _send_connector_rule(_Command):
    @overload
    def __call__(self, id: _Id, connector_rule_update_request: _Body = ..., *, name: _Text = ..., description: _Text | None = ..., type: Literal["BuildMap", "ConnectorAfterCreate", "ConnectorAfterDelete", "ConnectorAfterModify", "ConnectorBeforeCreate", "ConnectorBeforeDelete", "ConnectorBeforeModify", "JDBCBuildMap", "JDBCOperationProvisioning", "JDBCProvision", "PeopleSoftHRMSBuildMap", "PeopleSoftHRMSOperationProvisioning", "PeopleSoftHRMSProvision", "RACFPermissionCustomization", "ResourceObjectCustomization", "SAPBuildMap", "SapHrManagerRule", "SapHrOperationProvisioning", "SapHrProvision", "SuccessFactorsOperationProvisioning", "WebServiceAfterOperationRule", "WebServiceBeforeOperationRule"] = ..., signature: _Body = ..., source_code: _Body = ..., attributes: Mapping[str, Any] | None = ..., **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, connector_rule_update_request: _Body = ..., name: _Text = ..., description: _Text | None = ..., type: Literal["BuildMap", "ConnectorAfterCreate", "ConnectorAfterDelete", "ConnectorAfterModify", "ConnectorBeforeCreate", "ConnectorBeforeDelete", "ConnectorBeforeModify", "JDBCBuildMap", "JDBCOperationProvisioning", "JDBCProvision", "PeopleSoftHRMSBuildMap", "PeopleSoftHRMSOperationProvisioning", "PeopleSoftHRMSProvision", "RACFPermissionCustomization", "ResourceObjectCustomization", "SAPBuildMap", "SapHrManagerRule", "SapHrOperationProvisioning", "SapHrProvision", "SuccessFactorsOperationProvisioning", "WebServiceAfterOperationRule", "WebServiceBeforeOperationRule"] = ..., signature: _Body = ..., source_code: _Body = ..., attributes: Mapping[str, Any] | None = ..., **_options: Unpack[_Options]) -> Stage: ...

send_connector_rule: _send_connector_rule

class _send_connector_source_config(_Command):
    @overload
    def __call__(self, script_name: _Text, file: _File, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, file: _File, **_options: Unpack[_Options]) -> Stage: ...

send_connector_source_config: _send_connector_source_config

class _send_connector_source_template(_Command):
    @overload
    def __call__(self, script_name: _Text, file: _File, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, file: _File, **_options: Unpack[_Options]) -> Stage: ...

send_connector_source_template: _send_connector_source_template

class _send_connector_translations(_Command):
    @overload
    def __call__(self, script_name: _Text, locale: Literal["de", "no", "fi", "sv", "ru", "pt", "ko", "zh-TW", "en", "it", "fr", "zh-CN", "hu", "es", "cs", "ja", "pl", "da", "nl"], **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, script_name: _Text = ..., **_options: Unpack[_Options]) -> Stage: ...

send_connector_translations: _send_connector_translations

class _send_correlation_config(_Command):
    @overload
    def __call__(self, id: _Id, correlation_config: _Body = ..., *, name: _Text | None = ..., attribute_assignments: Sequence[_Body] | None = ..., **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, correlation_config: _Body = ..., name: _Text | None = ..., attribute_assignments: Sequence[_Body] | None = ..., **_options: Unpack[_Options]) -> Stage: ...

send_correlation_config: _send_correlation_config

class _send_custom_privilege_criteria_value(_Command):
    @overload
    def __call__(self, criteria_id: _Id, privilege_criteria_dto: _Body = ..., *, id: _Text = ..., source_id: _Text = ..., type: Literal["CUSTOM", "CONNECTOR", "SINGLE_LEVEL"] = ..., operator: Literal["AND", "OR"] = ..., groups: Sequence[_Body] = ..., privilege_level: Literal["HIGH", "MEDIUM", "LOW"] = ..., **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, privilege_criteria_dto: _Body = ..., id: _Text = ..., source_id: _Text = ..., type: Literal["CUSTOM", "CONNECTOR", "SINGLE_LEVEL"] = ..., operator: Literal["AND", "OR"] = ..., groups: Sequence[_Body] = ..., privilege_level: Literal["HIGH", "MEDIUM", "LOW"] = ..., **_options: Unpack[_Options]) -> Stage: ...

send_custom_privilege_criteria_value: _send_custom_privilege_criteria_value

class _send_declassify_machine_account_from_source(_Command):
    @overload
    def __call__(self, source_id: _Id, **_options: Unpack[_Options]) -> None: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

send_declassify_machine_account_from_source: _send_declassify_machine_account_from_source

class _send_entitlement_request_config(_Command):
    @overload
    def __call__(self, id: _Id, entitlement_request_config: _Body = ..., *, access_request_config: _Body = ..., revocation_request_config: _Body = ..., **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, entitlement_request_config: _Body = ..., access_request_config: _Body = ..., revocation_request_config: _Body = ..., **_options: Unpack[_Options]) -> Stage: ...

send_entitlement_request_config: _send_entitlement_request_config

class _send_identity_attribute(_Command):
    @overload
    def __call__(self, name: _Text, identity_attribute: _Body = ..., *, display_name: _Text = ..., standard: bool = ..., type: _Text | None = ..., multi: bool = ..., searchable: bool = ..., system: bool = ..., sources: Sequence[_Body] = ..., **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, identity_attribute: _Body = ..., display_name: _Text = ..., standard: bool = ..., type: _Text | None = ..., multi: bool = ..., searchable: bool = ..., system: bool = ..., sources: Sequence[_Body] = ..., **_options: Unpack[_Options]) -> Stage: ...

send_identity_attribute: _send_identity_attribute

class _send_identity_verification_account_token(_Command):
    @overload
    def __call__(self, id: _Id, send_account_verification_request: _Body = ..., *, source_name: _Text | None = ..., via: Literal["EMAIL_WORK", "EMAIL_PERSONAL", "LINK_WORK", "LINK_PERSONAL"] = ..., **_options: Unpack[_Options]) -> None: ...
    @overload
    def __call__(self, *, send_account_verification_request: _Body = ..., source_name: _Text | None = ..., via: Literal["EMAIL_WORK", "EMAIL_PERSONAL", "LINK_WORK", "LINK_PERSONAL"] = ..., **_options: Unpack[_Options]) -> Stage: ...

send_identity_verification_account_token: _send_identity_verification_account_token

class _send_launcher(_Command):
    @overload
    def __call__(self, launcher_id: _Id, launcher_request: _Body = ..., *, name: _Text = ..., description: _Text = ..., type: Literal["INTERACTIVE_PROCESS"] = ..., disabled: bool = ..., reference: _Body = ..., config: _Text = ..., **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, launcher_request: _Body = ..., name: _Text = ..., description: _Text = ..., type: Literal["INTERACTIVE_PROCESS"] = ..., disabled: bool = ..., reference: _Body = ..., config: _Text = ..., **_options: Unpack[_Options]) -> Stage: ...

send_launcher: _send_launcher

class _send_mail_from_attributes(_Command):
    def __call__(self, mail_from_attributes_dto: _Body = ..., *, identity: _Text = ..., mail_from_domain: _Text = ..., **_options: Unpack[_Options]) -> Record: ...

send_mail_from_attributes: _send_mail_from_attributes

class _send_mail_message(_Command):
    def __call__(self, to: Any = ..., subject: str = ..., body: Any = ..., smtp_server: str | None = ..., *, from_: str | None = ..., attachments: Any = ..., cc: Any = ..., bcc: Any = ..., reply_to: Any = ..., body_as_html: bool = ..., priority: str = ..., encoding: str = ..., delivery_notification_option: str | Sequence[str] = ..., port: int = ..., use_ssl: bool = ..., credential: Any = ..., **_options: Unpack[_Common]) -> Any: ...

send_mail_message: _send_mail_message

class _send_manual_discover_applications_csv_template(_Command):
    def __call__(self, file: _File, **_options: Unpack[_Options]) -> None: ...

send_manual_discover_applications_csv_template: _send_manual_discover_applications_csv_template

class _send_native_change_detection_config(_Command):
    @overload
    def __call__(self, id: _Id, native_change_detection_config: _Body = ..., *, enabled: bool = ..., operations: Sequence[Literal["ACCOUNT_UPDATED", "ACCOUNT_CREATED", "ACCOUNT_DELETED"]] = ..., all_entitlements: bool = ..., all_non_entitlement_attributes: bool = ..., selected_entitlements: Sequence[_Text] = ..., selected_non_entitlement_attributes: Sequence[_Text] = ..., **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, native_change_detection_config: _Body = ..., enabled: bool = ..., operations: Sequence[Literal["ACCOUNT_UPDATED", "ACCOUNT_CREATED", "ACCOUNT_DELETED"]] = ..., all_entitlements: bool = ..., all_non_entitlement_attributes: bool = ..., selected_entitlements: Sequence[_Text] = ..., selected_non_entitlement_attributes: Sequence[_Text] = ..., **_options: Unpack[_Options]) -> Stage: ...

send_native_change_detection_config: _send_native_change_detection_config

class _send_password_dictionary(_Command):
    def __call__(self, file: _File = ..., **_options: Unpack[_Options]) -> None: ...

send_password_dictionary: _send_password_dictionary

class _send_password_org_config(_Command):
    def __call__(self, password_org_config: _Body = ..., *, custom_instructions_enabled: bool = ..., digit_token_enabled: bool = ..., digit_token_duration_minutes: int = ..., digit_token_length: int = ..., **_options: Unpack[_Options]) -> Record: ...

send_password_org_config: _send_password_org_config

class _send_policy_schedule(_Command):
    @overload
    def __call__(self, id: _Id, sod_policy_schedule: _Body = ..., *, name: _Text = ..., description: _Text = ..., schedule: _Body = ..., recipients: Sequence[_Body] = ..., email_empty_results: bool = ..., **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, sod_policy_schedule: _Body = ..., name: _Text = ..., description: _Text = ..., schedule: _Body = ..., recipients: Sequence[_Body] = ..., email_empty_results: bool = ..., **_options: Unpack[_Options]) -> Stage: ...

send_policy_schedule: _send_policy_schedule

class _send_provisioning_policy(_Command):
    @overload
    def __call__(self, source_id: _Id, usage_type: Literal["CREATE", "UPDATE", "ENABLE", "DISABLE", "DELETE", "ASSIGN", "UNASSIGN", "CREATE_GROUP", "UPDATE_GROUP", "DELETE_GROUP", "REGISTER", "CREATE_IDENTITY", "UPDATE_IDENTITY", "EDIT_GROUP", "UNLOCK", "CHANGE_PASSWORD"], provisioning_policy_dto: _Body = ..., *, name: _Text | None = ..., description: _Text = ..., fields: Sequence[_Body] = ..., **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, provisioning_policy_dto: _Body = ..., source_id: _Id = ..., name: _Text | None = ..., description: _Text = ..., fields: Sequence[_Body] = ..., **_options: Unpack[_Options]) -> Stage: ...

send_provisioning_policy: _send_provisioning_policy

class _send_reassignment_config(_Command):
    @overload
    def __call__(self, identity_id: _Id, configuration_item_request: _Body = ..., *, reassigned_from_id: _Text = ..., reassigned_to_id: _Text = ..., config_type: Literal["ACCESS_REQUESTS", "CERTIFICATIONS", "MANUAL_TASKS", "GENERIC_APPROVALS"] = ..., start_date: _Moment = ..., end_date: _Moment | None = ..., **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, configuration_item_request: _Body = ..., reassigned_from_id: _Text = ..., reassigned_to_id: _Text = ..., config_type: Literal["ACCESS_REQUESTS", "CERTIFICATIONS", "MANUAL_TASKS", "GENERIC_APPROVALS"] = ..., start_date: _Moment = ..., end_date: _Moment | None = ..., **_options: Unpack[_Options]) -> Stage: ...

send_reassignment_config: _send_reassignment_config

class _send_saved_search(_Command):
    @overload
    def __call__(self, id: _Id, saved_search: _Body = ..., *, name: _Text = ..., description: _Text | None = ..., created: _Moment | None = ..., modified: _Moment | None = ..., indices: Sequence[Literal["accessprofiles", "accountactivities", "entitlements", "events", "identities", "roles", "*"]] = ..., columns: Mapping[str, Any] = ..., query: _Text = ..., fields: Sequence[_Text] | None = ..., order_by: Mapping[str, Any] | None = ..., sort: Sequence[_Text] | None = ..., filters: _Body | None = ..., owner: _Body = ..., owner_id: _Text = ..., public: bool = ..., **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, saved_search: _Body = ..., name: _Text = ..., description: _Text | None = ..., created: _Moment | None = ..., modified: _Moment | None = ..., indices: Sequence[Literal["accessprofiles", "accountactivities", "entitlements", "events", "identities", "roles", "*"]] = ..., columns: Mapping[str, Any] = ..., query: _Text = ..., fields: Sequence[_Text] | None = ..., order_by: Mapping[str, Any] | None = ..., sort: Sequence[_Text] | None = ..., filters: _Body | None = ..., owner: _Body = ..., owner_id: _Text = ..., public: bool = ..., **_options: Unpack[_Options]) -> Stage: ...

send_saved_search: _send_saved_search

class _send_schedule(_Command):
    @overload
    def __call__(self, id: _Id, update_schedule_request: _Body = ..., *, task_type_name: _Text | None = ..., schedule_type: _Text | None = ..., interval: int | None = ..., schedule_task_name: _Text | None = ..., start_time: int = ..., end_time: int = ..., days_of_week: Sequence[_Text] | None = ..., active: bool = ..., run_after_schedule_task_id: int | None = ..., application_id: int | None = ..., **_options: Unpack[_Options]) -> None: ...
    @overload
    def __call__(self, *, update_schedule_request: _Body = ..., task_type_name: _Text | None = ..., schedule_type: _Text | None = ..., interval: int | None = ..., schedule_task_name: _Text | None = ..., start_time: int = ..., end_time: int = ..., days_of_week: Sequence[_Text] | None = ..., active: bool = ..., run_after_schedule_task_id: int | None = ..., application_id: int | None = ..., **_options: Unpack[_Options]) -> Stage: ...

send_schedule: _send_schedule

class _send_service_desk_integration(_Command):
    @overload
    def __call__(self, id: _Id, service_desk_integration_dto: _Body = ..., *, name: _Text = ..., created: _Moment = ..., modified: _Moment = ..., description: _Text = ..., type: _Text = ..., owner_ref: _Body = ..., cluster_ref: _Body = ..., cluster: _Text | None = ..., managed_sources: Sequence[_Text] = ..., provisioning_config: _Body = ..., attributes: Mapping[str, Any] = ..., before_provisioning_rule: _Body = ..., **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, service_desk_integration_dto: _Body = ..., name: _Text = ..., created: _Moment = ..., modified: _Moment = ..., description: _Text = ..., type: _Text = ..., owner_ref: _Body = ..., cluster_ref: _Body = ..., cluster: _Text | None = ..., managed_sources: Sequence[_Text] = ..., provisioning_config: _Body = ..., attributes: Mapping[str, Any] = ..., before_provisioning_rule: _Body = ..., **_options: Unpack[_Options]) -> Stage: ...

send_service_desk_integration: _send_service_desk_integration

class _send_sim_integration(_Command):
    @overload
    def __call__(self, id: _Id, sim_integration_details: _Body = ..., *, name: _Text | None = ..., description: _Text = ..., type: _Text = ..., attributes: Mapping[str, Any] | None = ..., sources: Sequence[_Text] = ..., cluster: _Text = ..., status_map: Mapping[str, Any] = ..., request: Mapping[str, Any] = ..., before_provisioning_rule: _Body = ..., **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, sim_integration_details: _Body = ..., name: _Text | None = ..., description: _Text = ..., type: _Text = ..., attributes: Mapping[str, Any] | None = ..., sources: Sequence[_Text] = ..., cluster: _Text = ..., status_map: Mapping[str, Any] = ..., request: Mapping[str, Any] = ..., before_provisioning_rule: _Body = ..., **_options: Unpack[_Options]) -> Stage: ...

send_sim_integration: _send_sim_integration

class _send_sod_policy(_Command):
    @overload
    def __call__(self, id: _Id, sod_policy: _Body = ..., *, name: _Text = ..., description: _Text | None = ..., owner_ref: _Body = ..., external_policy_reference: _Text | None = ..., policy_query: _Text = ..., compensating_controls: _Text | None = ..., correction_advice: _Text | None = ..., state: Literal["ENFORCED", "NOT_ENFORCED"] = ..., tags: Sequence[_Text] = ..., violation_owner_assignment_config: _Body | None = ..., scheduled: bool = ..., type: Literal["GENERAL", "CONFLICTING_ACCESS_BASED"] = ..., conflicting_access_criteria: _Body | None = ..., **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, sod_policy: _Body = ..., name: _Text = ..., description: _Text | None = ..., owner_ref: _Body = ..., external_policy_reference: _Text | None = ..., policy_query: _Text = ..., compensating_controls: _Text | None = ..., correction_advice: _Text | None = ..., state: Literal["ENFORCED", "NOT_ENFORCED"] = ..., tags: Sequence[_Text] = ..., violation_owner_assignment_config: _Body | None = ..., scheduled: bool = ..., type: Literal["GENERAL", "CONFLICTING_ACCESS_BASED"] = ..., conflicting_access_criteria: _Body | None = ..., **_options: Unpack[_Options]) -> Stage: ...

send_sod_policy: _send_sod_policy

class _send_source(_Command):
    @overload
    def __call__(self, id: _Id, source: _Body = ..., *, name: _Text = ..., description: _Text = ..., owner: _Body | None = ..., cluster: _Body | None = ..., account_correlation_config: _Body | None = ..., account_correlation_rule: _Body | None = ..., manager_correlation_mapping: _Body | None = ..., manager_correlation_rule: _Body | None = ..., before_provisioning_rule: _Body | None = ..., schemas: Sequence[_Body] = ..., password_policies: Sequence[_Body] | None = ..., features: Sequence[Literal["AUTHENTICATE", "COMPOSITE", "DIRECT_PERMISSIONS", "DISCOVER_SCHEMA", "ENABLE", "MANAGER_LOOKUP", "NO_RANDOM_ACCESS", "PROXY", "SEARCH", "TEMPLATE", "UNLOCK", "UNSTRUCTURED_TARGETS", "SHAREPOINT_TARGET", "PROVISIONING", "GROUP_PROVISIONING", "SYNC_PROVISIONING", "PASSWORD", "CURRENT_PASSWORD", "ACCOUNT_ONLY_REQUEST", "ADDITIONAL_ACCOUNT_REQUEST", "NO_AGGREGATION", "GROUPS_HAVE_MEMBERS", "NO_PERMISSIONS_PROVISIONING", "NO_GROUP_PERMISSIONS_PROVISIONING", "NO_UNSTRUCTURED_TARGETS_PROVISIONING", "NO_DIRECT_PERMISSIONS_PROVISIONING", "PREFER_UUID", "ARM_SECURITY_EXTRACT", "ARM_UTILIZATION_EXTRACT", "ARM_CHANGELOG_EXTRACT", "USES_UUID", "APPLICATION_DISCOVERY", "DELETE"]] = ..., type: _Text = ..., connector: _Text = ..., connector_class: _Text = ..., connector_attributes: Mapping[str, Any] = ..., delete_threshold: int = ..., authoritative: bool = ..., management_workgroup: _Body | None = ..., healthy: bool = ..., status: Literal["SOURCE_STATE_ERROR_ACCOUNT_FILE_IMPORT", "SOURCE_STATE_ERROR_CLUSTER", "SOURCE_STATE_ERROR_SOURCE", "SOURCE_STATE_ERROR_VA", "SOURCE_STATE_FAILURE_CLUSTER", "SOURCE_STATE_FAILURE_SOURCE", "SOURCE_STATE_HEALTHY", "SOURCE_STATE_UNCHECKED_CLUSTER", "SOURCE_STATE_UNCHECKED_CLUSTER_NO_SOURCES", "SOURCE_STATE_UNCHECKED_SOURCE", "SOURCE_STATE_UNCHECKED_SOURCE_NO_ACCOUNTS"] = ..., since: _Text = ..., connector_id: _Text = ..., connector_name: _Text = ..., connection_type: _Text = ..., connector_implementation_id: _Text = ..., created: _Moment = ..., modified: _Moment = ..., credential_provider_enabled: bool = ..., category: _Text | None = ..., **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, source: _Body = ..., name: _Text = ..., description: _Text = ..., owner: _Body | None = ..., cluster: _Body | None = ..., account_correlation_config: _Body | None = ..., account_correlation_rule: _Body | None = ..., manager_correlation_mapping: _Body | None = ..., manager_correlation_rule: _Body | None = ..., before_provisioning_rule: _Body | None = ..., schemas: Sequence[_Body] = ..., password_policies: Sequence[_Body] | None = ..., features: Sequence[Literal["AUTHENTICATE", "COMPOSITE", "DIRECT_PERMISSIONS", "DISCOVER_SCHEMA", "ENABLE", "MANAGER_LOOKUP", "NO_RANDOM_ACCESS", "PROXY", "SEARCH", "TEMPLATE", "UNLOCK", "UNSTRUCTURED_TARGETS", "SHAREPOINT_TARGET", "PROVISIONING", "GROUP_PROVISIONING", "SYNC_PROVISIONING", "PASSWORD", "CURRENT_PASSWORD", "ACCOUNT_ONLY_REQUEST", "ADDITIONAL_ACCOUNT_REQUEST", "NO_AGGREGATION", "GROUPS_HAVE_MEMBERS", "NO_PERMISSIONS_PROVISIONING", "NO_GROUP_PERMISSIONS_PROVISIONING", "NO_UNSTRUCTURED_TARGETS_PROVISIONING", "NO_DIRECT_PERMISSIONS_PROVISIONING", "PREFER_UUID", "ARM_SECURITY_EXTRACT", "ARM_UTILIZATION_EXTRACT", "ARM_CHANGELOG_EXTRACT", "USES_UUID", "APPLICATION_DISCOVERY", "DELETE"]] = ..., type: _Text = ..., connector: _Text = ..., connector_class: _Text = ..., connector_attributes: Mapping[str, Any] = ..., delete_threshold: int = ..., authoritative: bool = ..., management_workgroup: _Body | None = ..., healthy: bool = ..., status: Literal["SOURCE_STATE_ERROR_ACCOUNT_FILE_IMPORT", "SOURCE_STATE_ERROR_CLUSTER", "SOURCE_STATE_ERROR_SOURCE", "SOURCE_STATE_ERROR_VA", "SOURCE_STATE_FAILURE_CLUSTER", "SOURCE_STATE_FAILURE_SOURCE", "SOURCE_STATE_HEALTHY", "SOURCE_STATE_UNCHECKED_CLUSTER", "SOURCE_STATE_UNCHECKED_CLUSTER_NO_SOURCES", "SOURCE_STATE_UNCHECKED_SOURCE", "SOURCE_STATE_UNCHECKED_SOURCE_NO_ACCOUNTS"] = ..., since: _Text = ..., connector_id: _Text = ..., connector_name: _Text = ..., connection_type: _Text = ..., connector_implementation_id: _Text = ..., created: _Moment = ..., modified: _Moment = ..., credential_provider_enabled: bool = ..., category: _Text | None = ..., **_options: Unpack[_Options]) -> Stage: ...

send_source: _send_source

class _send_source_attr_sync_config(_Command):
    @overload
    def __call__(self, id: _Id, attr_sync_source_config: _Body = ..., *, source: _Body = ..., attributes: Sequence[_Body] = ..., **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, attr_sync_source_config: _Body = ..., source: _Body = ..., attributes: Sequence[_Body] = ..., **_options: Unpack[_Options]) -> Stage: ...

send_source_attr_sync_config: _send_source_attr_sync_config

class _send_source_schema(_Command):
    @overload
    def __call__(self, source_id: _Id, schema_id: _Id, schema: _Body = ..., *, id: _Text = ..., name: _Text = ..., native_object_type: _Text = ..., identity_attribute: _Text = ..., display_attribute: _Text = ..., hierarchy_attribute: _Text | None = ..., include_permissions: bool = ..., features: Sequence[Literal["AUTHENTICATE", "COMPOSITE", "DIRECT_PERMISSIONS", "DISCOVER_SCHEMA", "ENABLE", "MANAGER_LOOKUP", "NO_RANDOM_ACCESS", "PROXY", "SEARCH", "TEMPLATE", "UNLOCK", "UNSTRUCTURED_TARGETS", "SHAREPOINT_TARGET", "PROVISIONING", "GROUP_PROVISIONING", "SYNC_PROVISIONING", "PASSWORD", "CURRENT_PASSWORD", "ACCOUNT_ONLY_REQUEST", "ADDITIONAL_ACCOUNT_REQUEST", "NO_AGGREGATION", "GROUPS_HAVE_MEMBERS", "NO_PERMISSIONS_PROVISIONING", "NO_GROUP_PERMISSIONS_PROVISIONING", "NO_UNSTRUCTURED_TARGETS_PROVISIONING", "NO_DIRECT_PERMISSIONS_PROVISIONING", "PREFER_UUID", "ARM_SECURITY_EXTRACT", "ARM_UTILIZATION_EXTRACT", "ARM_CHANGELOG_EXTRACT", "USES_UUID", "APPLICATION_DISCOVERY", "DELETE"]] = ..., configuration: Mapping[str, Any] = ..., attributes: Sequence[_Body] = ..., created: _Moment = ..., modified: _Moment | None = ..., **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, schema: _Body = ..., source_id: _Id = ..., id: _Text = ..., name: _Text = ..., native_object_type: _Text = ..., identity_attribute: _Text = ..., display_attribute: _Text = ..., hierarchy_attribute: _Text | None = ..., include_permissions: bool = ..., features: Sequence[Literal["AUTHENTICATE", "COMPOSITE", "DIRECT_PERMISSIONS", "DISCOVER_SCHEMA", "ENABLE", "MANAGER_LOOKUP", "NO_RANDOM_ACCESS", "PROXY", "SEARCH", "TEMPLATE", "UNLOCK", "UNSTRUCTURED_TARGETS", "SHAREPOINT_TARGET", "PROVISIONING", "GROUP_PROVISIONING", "SYNC_PROVISIONING", "PASSWORD", "CURRENT_PASSWORD", "ACCOUNT_ONLY_REQUEST", "ADDITIONAL_ACCOUNT_REQUEST", "NO_AGGREGATION", "GROUPS_HAVE_MEMBERS", "NO_PERMISSIONS_PROVISIONING", "NO_GROUP_PERMISSIONS_PROVISIONING", "NO_UNSTRUCTURED_TARGETS_PROVISIONING", "NO_DIRECT_PERMISSIONS_PROVISIONING", "PREFER_UUID", "ARM_SECURITY_EXTRACT", "ARM_UTILIZATION_EXTRACT", "ARM_CHANGELOG_EXTRACT", "USES_UUID", "APPLICATION_DISCOVERY", "DELETE"]] = ..., configuration: Mapping[str, Any] = ..., attributes: Sequence[_Body] = ..., created: _Moment = ..., modified: _Moment | None = ..., **_options: Unpack[_Options]) -> Stage: ...

send_source_schema: _send_source_schema

class _send_stream_verification(_Command):
    def __call__(self, verification_request: _Body = ..., *, stream_id: _Text = ..., state: _Text = ..., **_options: Unpack[_Options]) -> None: ...

send_stream_verification: _send_stream_verification

class _send_tagged_object(_Command):
    @overload
    def __call__(self, type: Literal["ACCESS_PROFILE", "APPLICATION", "CAMPAIGN", "ENTITLEMENT", "IDENTITY", "ROLE", "SOD_POLICY", "SOURCE"], id: _Id, tagged_object: _Body = ..., *, object_ref: _Body = ..., tags: Sequence[_Text] = ..., **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, tagged_object: _Body = ..., type: Literal["ACCESS_PROFILE", "APPLICATION", "CAMPAIGN", "ENTITLEMENT", "IDENTITY", "ROLE", "SOD_POLICY", "SOURCE"] = ..., object_ref: _Body = ..., tags: Sequence[_Text] = ..., **_options: Unpack[_Options]) -> Stage: ...

send_tagged_object: _send_tagged_object

class _send_tenant_configuration(_Command):
    def __call__(self, tenant_configuration_request: _Body = ..., *, config_details: _Body = ..., **_options: Unpack[_Options]) -> Record: ...

send_tenant_configuration: _send_tenant_configuration

class _send_test_notification(_Command):
    def __call__(self, send_test_notification_request_dto: _Body = ..., *, key: _Text = ..., medium: Literal["EMAIL", "SLACK", "TEAMS"] = ..., locale: _Text = ..., context: Mapping[str, Any] = ..., recipient_email_list: Sequence[_Text] = ..., carbon_copy: Sequence[_Text] = ..., blind_carbon_copy: Sequence[_Text] = ..., **_options: Unpack[_Options]) -> None: ...

send_test_notification: _send_test_notification

class _send_workflow(_Command):
    @overload
    def __call__(self, id: _Id, workflow_body: _Body = ..., *, name: _Text = ..., owner: _Body = ..., description: _Text = ..., definition: _Body = ..., enabled: bool = ..., trigger: _Body = ..., **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, workflow_body: _Body = ..., name: _Text = ..., owner: _Body = ..., description: _Text = ..., definition: _Body = ..., enabled: bool = ..., trigger: _Body = ..., **_options: Unpack[_Options]) -> Stage: ...

send_workflow: _send_workflow

class _set_access_request_config(_Command):
    def __call__(self, access_request_config: _Body = ..., *, approvals_must_be_external: bool = ..., auto_approval_enabled: bool = ..., reauthorization_enabled: bool = ..., request_on_behalf_of_config: _Body = ..., approval_reminder_and_escalation_config: _Body = ..., entitlement_request_config: _Body = ..., **_options: Unpack[_Options]) -> Record: ...

set_access_request_config: _set_access_request_config

class _set_access_request_recommendations_config(_Command):
    def __call__(self, access_request_recommendation_config_dto: _Body = ..., *, score_threshold: float = ..., start_date_attribute: _Text = ..., restriction_attribute: _Text = ..., mover_attribute: _Text = ..., joiner_attribute: _Text = ..., use_restriction_attribute: bool = ..., **_options: Unpack[_Options]) -> Record: ...

set_access_request_recommendations_config: _set_access_request_recommendations_config

class _set_branding_item(_Command):
    @overload
    def __call__(self, name: _Text, name2: _Text, product_name: _Text, action_button_color: _Text = ..., active_link_color: _Text = ..., navigation_color: _Text = ..., email_from_address: _Text = ..., login_informational_message: _Text = ..., file_standard: _File = ..., **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, name2: _Text, product_name: _Text, action_button_color: _Text = ..., active_link_color: _Text = ..., navigation_color: _Text = ..., email_from_address: _Text = ..., login_informational_message: _Text = ..., file_standard: _File = ..., **_options: Unpack[_Options]) -> Stage: ...

set_branding_item: _set_branding_item

class _set_campaign_reports_config(_Command):
    def __call__(self, campaign_reports_config: _Body = ..., *, identity_attribute_columns: Sequence[_Text] | None = ..., **_options: Unpack[_Options]) -> Record: ...

set_campaign_reports_config: _set_campaign_reports_config

class _set_campaign_template_schedule(_Command):
    @overload
    def __call__(self, id: _Id, schedule: _Body = ..., *, type: Literal["WEEKLY", "MONTHLY", "ANNUALLY", "CALENDAR"] = ..., months: _Body | None = ..., days: _Body = ..., hours: _Body = ..., expiration: _Moment | None = ..., time_zone_id: _Text = ..., **_options: Unpack[_Options]) -> None: ...
    @overload
    def __call__(self, *, schedule: _Body = ..., type: Literal["WEEKLY", "MONTHLY", "ANNUALLY", "CALENDAR"] = ..., months: _Body | None = ..., days: _Body = ..., hours: _Body = ..., expiration: _Moment | None = ..., time_zone_id: _Text = ..., **_options: Unpack[_Options]) -> Stage: ...

set_campaign_template_schedule: _set_campaign_template_schedule

class _set_clipboard(_Command):
    def __call__(self, value: Any = ..., *, as_osc52: bool = ..., pass_thru: bool = ..., **_options: Unpack[_Common]) -> Any: ...

set_clipboard: _set_clipboard

class _set_content(_Command):
    def __call__(self, path: Any, value: Any = ..., *, encoding: str = ..., force: bool = ..., no_newline: bool = ..., as_byte_stream: bool = ..., pass_thru: bool = ..., **_options: Unpack[_Common]) -> Any: ...

set_content: _set_content

class _set_icon(_Command):
    @overload
    def __call__(self, object_type: Literal["application"], object_id: _Id, image: _File, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, image: _File, object_type: Literal["application"] = ..., **_options: Unpack[_Options]) -> Stage: ...

set_icon: _set_icon

class _set_lifecycle_state(_Command):
    @overload
    def __call__(self, identity_id: _Id, set_lifecycle_state_request: _Body = ..., *, lifecycle_state_id: _Text = ..., **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, set_lifecycle_state_request: _Body = ..., lifecycle_state_id: _Text = ..., **_options: Unpack[_Options]) -> Stage: ...

set_lifecycle_state: _set_lifecycle_state

class _set_machine_account_mappings(_Command):
    @overload
    def __call__(self, id: _Id, attribute_mappings: _Body = ..., *, target: _Body = ..., transform_definition: _Body = ..., **_options: Unpack[_Options]) -> list[Record]: ...
    @overload
    def __call__(self, *, attribute_mappings: _Body = ..., target: _Body = ..., transform_definition: _Body = ..., **_options: Unpack[_Options]) -> Stage: ...

set_machine_account_mappings: _set_machine_account_mappings

class _set_machine_classification_config(_Command):
    @overload
    def __call__(self, id: _Id, machine_classification_config: _Body = ..., *, enabled: bool = ..., classification_method: Literal["SOURCE", "CRITERIA"] = ..., criteria: _Body = ..., created: _Moment = ..., modified: _Moment | None = ..., **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, machine_classification_config: _Body = ..., enabled: bool = ..., classification_method: Literal["SOURCE", "CRITERIA"] = ..., criteria: _Body = ..., created: _Moment = ..., modified: _Moment | None = ..., **_options: Unpack[_Options]) -> Stage: ...

set_machine_classification_config: _set_machine_classification_config

class _set_mfa_duo_config(_Command):
    def __call__(self, mfa_duo_config: _Body = ..., *, mfa_method: _Text | None = ..., enabled: bool = ..., var_host: _Text | None = ..., access_key: _Text | None = ..., identity_attribute: _Text | None = ..., config_properties: Mapping[str, Any] | None = ..., **_options: Unpack[_Options]) -> Record: ...

set_mfa_duo_config: _set_mfa_duo_config

class _set_mfa_okta_config(_Command):
    def __call__(self, mfa_okta_config: _Body = ..., *, mfa_method: _Text | None = ..., enabled: bool = ..., var_host: _Text | None = ..., access_key: _Text | None = ..., identity_attribute: _Text | None = ..., **_options: Unpack[_Options]) -> Record: ...

set_mfa_okta_config: _set_mfa_okta_config

class _set_mfakba_config(_Command):
    def __call__(self, kba_answer_request_item: _Bodies, **_options: Unpack[_Options]) -> list[Record]: ...

set_mfakba_config: _set_mfakba_config

class _set_password(_Command):
    def __call__(self, password_change_request: _Body = ..., *, identity_id: _Text = ..., encrypted_password: _Text = ..., public_key_id: _Text = ..., account_id: _Text = ..., source_id: _Text = ..., **_options: Unpack[_Options]) -> Record: ...

set_password: _set_password

class _set_password_policy(_Command):
    @overload
    def __call__(self, id: _Id, password_policy_v3_dto: _Body = ..., *, description: _Text | None = ..., name: _Text = ..., date_created: int = ..., last_updated: int | None = ..., first_expiration_reminder: int = ..., account_id_min_word_length: int = ..., account_name_min_word_length: int = ..., min_alpha: int = ..., min_character_types: int = ..., max_length: int = ..., min_length: int = ..., max_repeated_chars: int = ..., min_lower: int = ..., min_numeric: int = ..., min_special: int = ..., min_upper: int = ..., password_expiration: int = ..., default_policy: bool = ..., enable_passwd_expiration: bool = ..., require_strong_authn: bool = ..., require_strong_auth_off_network: bool = ..., require_strong_auth_untrusted_geographies: bool = ..., use_account_attributes: bool = ..., use_dictionary: bool = ..., use_identity_attributes: bool = ..., validate_against_account_id: bool = ..., validate_against_account_name: bool = ..., created: _Text | None = ..., modified: _Text | None = ..., source_ids: Sequence[_Text] = ..., **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, password_policy_v3_dto: _Body = ..., description: _Text | None = ..., name: _Text = ..., date_created: int = ..., last_updated: int | None = ..., first_expiration_reminder: int = ..., account_id_min_word_length: int = ..., account_name_min_word_length: int = ..., min_alpha: int = ..., min_character_types: int = ..., max_length: int = ..., min_length: int = ..., max_repeated_chars: int = ..., min_lower: int = ..., min_numeric: int = ..., min_special: int = ..., min_upper: int = ..., password_expiration: int = ..., default_policy: bool = ..., enable_passwd_expiration: bool = ..., require_strong_authn: bool = ..., require_strong_auth_off_network: bool = ..., require_strong_auth_untrusted_geographies: bool = ..., use_account_attributes: bool = ..., use_dictionary: bool = ..., use_identity_attributes: bool = ..., validate_against_account_id: bool = ..., validate_against_account_name: bool = ..., created: _Text | None = ..., modified: _Text | None = ..., source_ids: Sequence[_Text] = ..., **_options: Unpack[_Options]) -> Stage: ...

set_password_policy: _set_password_policy

class _set_role_propagation_config(_Command):
    def __call__(self, role_propagation_config_input: _Body = ..., *, enabled: bool = ..., **_options: Unpack[_Options]) -> Record: ...

set_role_propagation_config: _set_role_propagation_config

class _set_stream_configuration(_Command):
    def __call__(self, replace_stream_configuration_request: _Body = ..., *, stream_id: _Text = ..., delivery: _Body = ..., events_requested: Sequence[_Text] = ..., description: _Text = ..., **_options: Unpack[_Options]) -> Record: ...

set_stream_configuration: _set_stream_configuration

class _set_tag_to_object(_Command):
    def __call__(self, tagged_object: _Body = ..., *, object_ref: _Body = ..., tags: Sequence[_Text] = ..., **_options: Unpack[_Options]) -> None: ...

set_tag_to_object: _set_tag_to_object

class _set_tags_to_many_objects(_Command):
    def __call__(self, bulk_add_tagged_object: _Body = ..., *, object_refs: Sequence[_Body] = ..., tags: Sequence[_Text] = ..., operation: Literal["APPEND", "MERGE"] = ..., **_options: Unpack[_Options]) -> list[Record]: ...

set_tags_to_many_objects: _set_tags_to_many_objects

class _set_tenant_ui_metadata(_Command):
    def __call__(self, tenant_ui_metadata_item_update_request: _Body = ..., *, iframe_white_list: _Text | None = ..., username_label: _Text | None = ..., username_empty_text: _Text | None = ..., **_options: Unpack[_Options]) -> Record: ...

set_tenant_ui_metadata: _set_tenant_ui_metadata

class _show_preview_data_source(_Command):
    @overload
    def __call__(self, form_definition_id: _Id, limit: int | None = ..., filters: str | None = ..., query: _Text | None = ..., form_element_preview_request: _Body = ..., *, data_source: _Body = ..., **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, limit: int | None = ..., filters: str | None = ..., query: _Text | None = ..., form_element_preview_request: _Body = ..., data_source: _Body = ..., **_options: Unpack[_Options]) -> Stage: ...

show_preview_data_source: _show_preview_data_source

class _show_user_level_counts(_Command):
    def __call__(self, request_body: _Bodies, **_options: Unpack[_Options]) -> list[Record]: ...

show_user_level_counts: _show_user_level_counts

class _sort_object(_Command):
    def __call__(self, *properties: Any, property: Any = ..., descending: bool = ..., unique: bool = ..., top: int | None = ..., bottom: int | None = ..., stable: bool = ..., case_sensitive: bool = ..., culture: str | None = ..., **_options: Unpack[_Common]) -> Stage: ...

sort_object: _sort_object

class _start_application_discovery(_Command):
    @overload
    def __call__(self, application_discovery_request: _Body = ..., *, source_id: _Id, dataset_ids: Sequence[_Text] = ..., **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, application_discovery_request: _Body = ..., dataset_ids: Sequence[_Text] = ..., **_options: Unpack[_Options]) -> Stage: ...

start_application_discovery: _start_application_discovery

class _start_campaign(_Command):
    @overload
    def __call__(self, id: _Id, activate_campaign_options: _Body = ..., *, time_zone: _Text = ..., **_options: Unpack[_Options]) -> Any: ...
    @overload
    def __call__(self, *, activate_campaign_options: _Body = ..., time_zone: _Text = ..., **_options: Unpack[_Options]) -> Stage: ...

start_campaign: _start_campaign

class _start_campaign_remediation_scan(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> Any: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

start_campaign_remediation_scan: _start_campaign_remediation_scan

class _start_campaign_report(_Command):
    @overload
    def __call__(self, id: _Id, type: Literal["CAMPAIGN_COMPOSITION_REPORT", "CAMPAIGN_REMEDIATION_STATUS_REPORT", "CAMPAIGN_STATUS_REPORT", "CERTIFICATION_SIGNOFF_REPORT"], **_options: Unpack[_Options]) -> Any: ...
    @overload
    def __call__(self, *, id: _Id = ..., **_options: Unpack[_Options]) -> Stage: ...

start_campaign_report: _start_campaign_report

class _start_evaluate_sod_policy(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

start_evaluate_sod_policy: _start_evaluate_sod_policy

class _start_generate_campaign_template(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

start_generate_campaign_template: _start_generate_campaign_template

class _start_identities_invite(_Command):
    def __call__(self, invite_identities_request: _Body = ..., *, ids: Sequence[_Text] | None = ..., uninvited: bool = ..., **_options: Unpack[_Options]) -> Record: ...

start_identities_invite: _start_identities_invite

class _start_identity_processing(_Command):
    def __call__(self, process_identities_request: _Body = ..., *, identity_ids: Sequence[_Text] = ..., **_options: Unpack[_Options]) -> Record: ...

start_identity_processing: _start_identity_processing

class _start_job(_Command):
    def __call__(self, work: Any, *, name: str | None = ..., **_options: Unpack[_Common]) -> Record: ...

start_job: _start_job

class _start_launcher(_Command):
    @overload
    def __call__(self, launcher_id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

start_launcher: _start_launcher

class _start_machine_identity_aggregation(_Command):
    @overload
    def __call__(self, source_id: _Id, machine_identity_aggregation_request: _Body = ..., *, dataset_ids: Sequence[_Text] = ..., disable_optimization: bool = ..., **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, machine_identity_aggregation_request: _Body = ..., dataset_ids: Sequence[_Text] = ..., disable_optimization: bool = ..., **_options: Unpack[_Options]) -> Stage: ...

start_machine_identity_aggregation: _start_machine_identity_aggregation

class _start_predict_sod_violations(_Command):
    def __call__(self, identity_with_new_access: _Body = ..., *, identity_id: _Text = ..., access_refs: Sequence[_Body] = ..., **_options: Unpack[_Options]) -> Record: ...

start_predict_sod_violations: _start_predict_sod_violations

class _start_report(_Command):
    def __call__(self, report_details: Any = ..., *, report_type: str | None = ..., arguments: Mapping[str, Any] | None = ..., **_options: Unpack[_Common]) -> Record: ...

start_report: _start_report

class _start_role_propagation(_Command):
    def __call__(self, skip_role_refresh: bool | None = ..., **_options: Unpack[_Options]) -> Record: ...

start_role_propagation: _start_role_propagation

class _start_sod_all_policies_for_org(_Command):
    def __call__(self, multi_policy_request: _Body = ..., *, filtered_policy_list: Sequence[_Text] = ..., **_options: Unpack[_Options]) -> Record: ...

start_sod_all_policies_for_org: _start_sod_all_policies_for_org

class _start_sod_policy(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

start_sod_policy: _start_sod_policy

class _start_task_rerun(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> None: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

start_task_rerun: _start_task_rerun

class _start_test_trigger_invocation(_Command):
    def __call__(self, test_invocation: _Body = ..., *, trigger_id: _Text = ..., var_input: Mapping[str, Any] = ..., content_json: Mapping[str, Any] = ..., subscription_ids: Sequence[_Text] = ..., **_options: Unpack[_Options]) -> list[Record]: ...

start_test_trigger_invocation: _start_test_trigger_invocation

class _start_violation_check(_Command):
    def __call__(self, identity_with_new_access: _Body = ..., *, identity_id: _Text = ..., access_refs: Sequence[_Body] = ..., **_options: Unpack[_Options]) -> Record: ...

start_violation_check: _start_violation_check

class _stop_job(_Command):
    @overload
    def __call__(self, id: Any, **_options: Unpack[_Common]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Common]) -> Stage: ...

stop_job: _stop_job

class _submit_account_selection(_Command):
    @overload
    def __call__(self, id: _Id, request_body: _Body, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, request_body: _Body, **_options: Unpack[_Options]) -> Stage: ...

submit_account_selection: _submit_account_selection

class _submit_reassign_certs_async(_Command):
    @overload
    def __call__(self, id: _Id, review_reassign: _Body = ..., *, reassign: Sequence[_Body] = ..., reassign_to: _Text = ..., reason: _Text = ..., **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, review_reassign: _Body = ..., reassign: Sequence[_Body] = ..., reassign_to: _Text = ..., reason: _Text = ..., **_options: Unpack[_Options]) -> Stage: ...

submit_reassign_certs_async: _submit_reassign_certs_async

class _submit_reload_account(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

submit_reload_account: _submit_reload_account

class _submit_sed_approval(_Command):
    def __call__(self, sed_approval: _Bodies, **_options: Unpack[_Options]) -> list[Record]: ...

submit_sed_approval: _submit_sed_approval

class _submit_sed_assignment(_Command):
    def __call__(self, sed_assignment: _Body = ..., *, assignee: _Body = ..., items: Sequence[_Text] = ..., **_options: Unpack[_Options]) -> Record: ...

submit_sed_assignment: _submit_sed_assignment

class _submit_sed_batch_request(_Command):
    def __call__(self, sed_batch_request: _Body = ..., *, entitlements: Sequence[_Text] | None = ..., seds: Sequence[_Text] | None = ..., search_criteria: Mapping[str, Any] | None = ..., **_options: Unpack[_Options]) -> Record: ...

submit_sed_batch_request: _submit_sed_batch_request

class _suspend_access_request(_Command):
    def __call__(self, cancel_access_request: _Body = ..., *, account_activity_id: _Text = ..., comment: _Text = ..., **_options: Unpack[_Options]) -> Any: ...

suspend_access_request: _suspend_access_request

class _suspend_access_request_in_bulk(_Command):
    def __call__(self, bulk_cancel_access_request: _Body = ..., *, access_request_ids: Sequence[_Text] = ..., comment: _Text = ..., **_options: Unpack[_Options]) -> Any: ...

suspend_access_request_in_bulk: _suspend_access_request_in_bulk

class _suspend_approval(_Command):
    def __call__(self, bulk_cancel_request_dto: _Body = ..., *, approval_ids: Sequence[_Text] = ..., comment: _Text = ..., **_options: Unpack[_Options]) -> Any: ...

suspend_approval: _suspend_approval

class _suspend_report(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> None: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

suspend_report: _suspend_report

class _suspend_role_propagation(_Command):
    def __call__(self, **_options: Unpack[_Options]) -> None: ...

suspend_role_propagation: _suspend_role_propagation

class _suspend_task(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> None: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

suspend_task: _suspend_task

class _suspend_workflow_execution(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> None: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

suspend_workflow_execution: _suspend_workflow_execution

class _sync_attributes_for_source(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

sync_attributes_for_source: _sync_attributes_for_source

class _sync_hronize_attributes_for_identity(_Command):
    @overload
    def __call__(self, identity_id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

sync_hronize_attributes_for_identity: _sync_hronize_attributes_for_identity

class _sync_identity_profile(_Command):
    @overload
    def __call__(self, identity_profile_id: _Id, **_options: Unpack[_Options]) -> Any: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

sync_identity_profile: _sync_identity_profile

class _tee_object(_Command):
    def __call__(self, file_path: str | PathLike[str] | None = ..., *, variable: list[Any] | str | None = ..., append: bool = ..., force: bool = ..., encoding: str = ..., **_options: Unpack[_Common]) -> Stage: ...

tee_object: _tee_object

class _test_connection_multi_host_sources(_Command):
    @overload
    def __call__(self, multihost_id: _Id, **_options: Unpack[_Options]) -> None: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

test_connection_multi_host_sources: _test_connection_multi_host_sources

class _test_connector_rule(_Command):
    def __call__(self, source_code: _Body = ..., *, version: _Text = ..., script: _Text = ..., **_options: Unpack[_Options]) -> Record: ...

test_connector_rule: _test_connector_rule

class _test_external_execute_workflow(_Command):
    @overload
    def __call__(self, id: _Id, test_external_execute_workflow_request: _Body = ..., *, var_input: Mapping[str, Any] = ..., **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, test_external_execute_workflow_request: _Body = ..., var_input: Mapping[str, Any] = ..., **_options: Unpack[_Options]) -> Stage: ...

test_external_execute_workflow: _test_external_execute_workflow

class _test_mfa_config(_Command):
    @overload
    def __call__(self, method: Literal["okta-verify", "duo-web"], **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

test_mfa_config: _test_mfa_config

class _test_profile(_Command):
    def __call__(self, name: str | None = ..., **_options: Unpack[_Common]) -> Record: ...

test_profile: _test_profile

class _test_source_configuration(_Command):
    @overload
    def __call__(self, source_id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

test_source_configuration: _test_source_configuration

class _test_source_connection(_Command):
    @overload
    def __call__(self, source_id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

test_source_connection: _test_source_connection

class _test_source_connection_multihost(_Command):
    @overload
    def __call__(self, multihost_id: _Id, source_id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, multihost_id: _Id = ..., **_options: Unpack[_Options]) -> Stage: ...

test_source_connection_multihost: _test_source_connection_multihost

class _test_subscription_filter(_Command):
    def __call__(self, validate_filter_input_dto: _Body = ..., *, var_input: Mapping[str, Any] = ..., var_filter: _Text = ..., **_options: Unpack[_Options]) -> Record: ...

test_subscription_filter: _test_subscription_filter

class _test_workflow(_Command):
    @overload
    def __call__(self, id: _Id, test_workflow_request: _Body = ..., *, var_input: Mapping[str, Any] = ..., **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, test_workflow_request: _Body = ..., var_input: Mapping[str, Any] = ..., **_options: Unpack[_Options]) -> Stage: ...

test_workflow: _test_workflow

class _unlock_account(_Command):
    @overload
    def __call__(self, id: _Id, account_unlock_request: _Body = ..., *, external_verification_id: _Text = ..., unlock_idn_account: bool = ..., force_provisioning: bool = ..., **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, account_unlock_request: _Body = ..., external_verification_id: _Text = ..., unlock_idn_account: bool = ..., force_provisioning: bool = ..., **_options: Unpack[_Options]) -> Stage: ...

unlock_account: _unlock_account

class _update(_Command):
    @overload
    def __call__(self, id: _Id, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, **_options: Unpack[_Options]) -> Stage: ...

update: _update

class _update_access_model_metadata_attribute(_Command):
    @overload
    def __call__(self, key: _Text, json_patch_operation: _Bodies, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, json_patch_operation: _Bodies, **_options: Unpack[_Options]) -> Stage: ...

update_access_model_metadata_attribute: _update_access_model_metadata_attribute

class _update_access_model_metadata_attribute_value(_Command):
    @overload
    def __call__(self, key: _Text, value: _Text, json_patch_operation: _Bodies, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, json_patch_operation: _Bodies, key: _Text = ..., **_options: Unpack[_Options]) -> Stage: ...

update_access_model_metadata_attribute_value: _update_access_model_metadata_attribute_value

class _update_access_model_metadata_by_filter(_Command):
    def __call__(self, entitlement_attribute_bulk_update_filter_request: _Body = ..., *, filters: _Text = ..., operation: Literal["ADD", "REMOVE", "REPLACE"] = ..., replace_scope: Literal["ALL", "ATTRIBUTE"] = ..., values: Sequence[_Body] = ..., **_options: Unpack[_Options]) -> Record: ...

update_access_model_metadata_by_filter: _update_access_model_metadata_by_filter

class _update_access_model_metadata_by_ids(_Command):
    def __call__(self, entitlement_attribute_bulk_update_ids_request: _Body = ..., *, entitlements: Sequence[_Text] = ..., operation: Literal["ADD", "REMOVE", "REPLACE"] = ..., replace_scope: Literal["ALL", "ATTRIBUTE"] = ..., values: Sequence[_Body] = ..., **_options: Unpack[_Options]) -> Record: ...

update_access_model_metadata_by_ids: _update_access_model_metadata_by_ids

class _update_access_model_metadata_by_query(_Command):
    def __call__(self, entitlement_attribute_bulk_update_query_request: _Body = ..., *, query: _Body = ..., operation: Literal["ADD", "REMOVE", "REPLACE"] = ..., replace_scope: Literal["ALL", "ATTRIBUTE"] = ..., values: Sequence[_Body] = ..., **_options: Unpack[_Options]) -> Record: ...

update_access_model_metadata_by_query: _update_access_model_metadata_by_query

class _update_access_profile(_Command):
    @overload
    def __call__(self, id: _Id, json_patch_operation: _Bodies, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, json_patch_operation: _Bodies, **_options: Unpack[_Options]) -> Stage: ...

update_access_profile: _update_access_profile

class _update_access_profiles_in_bulk(_Command):
    def __call__(self, access_profile_bulk_update_request_inner: _Bodies, **_options: Unpack[_Options]) -> list[Record]: ...

update_access_profiles_in_bulk: _update_access_profiles_in_bulk

class _update_account(_Command):
    @overload
    def __call__(self, id: _Id, request_body: _Bodies, **_options: Unpack[_Options]) -> Any: ...
    @overload
    def __call__(self, *, request_body: _Bodies, **_options: Unpack[_Options]) -> Stage: ...

update_account: _update_account

class _update_approvals_attributes(_Command):
    @overload
    def __call__(self, id: _Id, approval_attributes_request: _Body = ..., *, additional_attributes: Mapping[str, Any] = ..., comment: _Text = ..., remove_attribute_keys: Sequence[_Text] = ..., **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, approval_attributes_request: _Body = ..., additional_attributes: Mapping[str, Any] = ..., comment: _Text = ..., remove_attribute_keys: Sequence[_Text] = ..., **_options: Unpack[_Options]) -> Stage: ...

update_approvals_attributes: _update_approvals_attributes

class _update_approvals_comments(_Command):
    @overload
    def __call__(self, id: _Id, approval_comments_request: _Body = ..., *, comment: _Text = ..., **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, approval_comments_request: _Body = ..., comment: _Text = ..., **_options: Unpack[_Options]) -> Stage: ...

update_approvals_comments: _update_approvals_comments

class _update_approvals_reassign(_Command):
    @overload
    def __call__(self, id: _Id, approval_reassign_request: _Body = ..., *, comment: _Text = ..., reassign_from: _Text = ..., reassign_to: _Text = ..., **_options: Unpack[_Options]) -> None: ...
    @overload
    def __call__(self, *, approval_reassign_request: _Body = ..., comment: _Text = ..., reassign_from: _Text = ..., reassign_to: _Text = ..., **_options: Unpack[_Options]) -> Stage: ...

update_approvals_reassign: _update_approvals_reassign

class _update_attribute_key_and_value_to_role(_Command):
    @overload
    def __call__(self, id: _Id, attribute_key: _Text, attribute_value: _Text, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, id: _Id = ..., attribute_key: _Text = ..., **_options: Unpack[_Options]) -> Stage: ...

update_attribute_key_and_value_to_role: _update_attribute_key_and_value_to_role

class _update_auth_org_lockout_config(_Command):
    def __call__(self, json_patch_operation: _Bodies, **_options: Unpack[_Options]) -> Record: ...

update_auth_org_lockout_config: _update_auth_org_lockout_config

class _update_auth_org_network_config(_Command):
    def __call__(self, json_patch_operation: _Bodies, **_options: Unpack[_Options]) -> Record: ...

update_auth_org_network_config: _update_auth_org_network_config

class _update_auth_org_service_provider_config(_Command):
    def __call__(self, json_patch_operation: _Bodies, **_options: Unpack[_Options]) -> Record: ...

update_auth_org_service_provider_config: _update_auth_org_service_provider_config

class _update_auth_org_session_config(_Command):
    def __call__(self, json_patch_operation: _Bodies, **_options: Unpack[_Options]) -> Record: ...

update_auth_org_session_config: _update_auth_org_session_config

class _update_auth_user(_Command):
    @overload
    def __call__(self, id: _Id, json_patch_operation: _Bodies, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, json_patch_operation: _Bodies, **_options: Unpack[_Options]) -> Stage: ...

update_auth_user: _update_auth_user

class _update_before_provisioning_rule(_Command):
    @overload
    def __call__(self, id: _Id, json_patch: _Body = ..., *, operations: Sequence[_Body] = ..., **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, json_patch: _Body = ..., operations: Sequence[_Body] = ..., **_options: Unpack[_Options]) -> Stage: ...

update_before_provisioning_rule: _update_before_provisioning_rule

class _update_campaign(_Command):
    @overload
    def __call__(self, id: _Id, json_patch_operation: _Bodies, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, json_patch_operation: _Bodies, **_options: Unpack[_Options]) -> Stage: ...

update_campaign: _update_campaign

class _update_campaign_filter(_Command):
    @overload
    def __call__(self, filter_id: _Id, campaign_filter_details: _Body = ..., *, id: _Text = ..., name: _Text = ..., description: _Text = ..., owner: _Text | None = ..., mode: Literal["INCLUSION", "EXCLUSION"] = ..., criteria_list: Sequence[_Body] = ..., is_system_filter: bool = ..., **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, campaign_filter_details: _Body = ..., id: _Text = ..., name: _Text = ..., description: _Text = ..., owner: _Text | None = ..., mode: Literal["INCLUSION", "EXCLUSION"] = ..., criteria_list: Sequence[_Body] = ..., is_system_filter: bool = ..., **_options: Unpack[_Options]) -> Stage: ...

update_campaign_filter: _update_campaign_filter

class _update_campaign_template(_Command):
    @overload
    def __call__(self, id: _Id, json_patch_operation: _Bodies, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, json_patch_operation: _Bodies, **_options: Unpack[_Options]) -> Stage: ...

update_campaign_template: _update_campaign_template

class _update_common_access_status_in_bulk(_Command):
    def __call__(self, common_access_id_status: _Bodies, **_options: Unpack[_Options]) -> Any: ...

update_common_access_status_in_bulk: _update_common_access_status_in_bulk

class _update_connector(_Command):
    @overload
    def __call__(self, script_name: _Text, json_patch_operation: _Bodies, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, json_patch_operation: _Bodies, **_options: Unpack[_Options]) -> Stage: ...

update_connector: _update_connector

class _update_data_segment(_Command):
    @overload
    def __call__(self, id: _Id, request_body: _Bodies, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, request_body: _Bodies, **_options: Unpack[_Options]) -> Stage: ...

update_data_segment: _update_data_segment

class _update_dimension(_Command):
    @overload
    def __call__(self, role_id: _Id, dimension_id: _Id, json_patch_operation: _Bodies, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, json_patch_operation: _Bodies, role_id: _Id = ..., **_options: Unpack[_Options]) -> Stage: ...

update_dimension: _update_dimension

class _update_entitlement(_Command):
    @overload
    def __call__(self, id: _Id, json_patch_operation: _Bodies = ..., **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, json_patch_operation: _Bodies = ..., **_options: Unpack[_Options]) -> Stage: ...

update_entitlement: _update_entitlement

class _update_entitlements_in_bulk(_Command):
    def __call__(self, entitlement_bulk_update_request: _Body = ..., *, entitlement_ids: Sequence[_Text] = ..., json_patch: Sequence[_Body] = ..., **_options: Unpack[_Options]) -> None: ...

update_entitlements_in_bulk: _update_entitlements_in_bulk

class _update_entitlements_potential_role(_Command):
    @overload
    def __call__(self, session_id: _Id, potential_role_id: _Id, role_mining_potential_role_edit_entitlements: _Body = ..., *, ids: Sequence[_Text] = ..., exclude: bool = ..., **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, role_mining_potential_role_edit_entitlements: _Body = ..., session_id: _Id = ..., ids: Sequence[_Text] = ..., exclude: bool = ..., **_options: Unpack[_Options]) -> Stage: ...

update_entitlements_potential_role: _update_entitlements_potential_role

class _update_form_definition(_Command):
    @overload
    def __call__(self, form_definition_id: _Id, body: _Bodies = ..., **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, body: _Bodies = ..., **_options: Unpack[_Options]) -> Stage: ...

update_form_definition: _update_form_definition

class _update_form_instance(_Command):
    @overload
    def __call__(self, form_instance_id: _Id, body: _Bodies = ..., **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, body: _Bodies = ..., **_options: Unpack[_Options]) -> Stage: ...

update_form_instance: _update_form_instance

class _update_identity_profile(_Command):
    @overload
    def __call__(self, identity_profile_id: _Id, json_patch_operation: _Bodies, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, json_patch_operation: _Bodies, **_options: Unpack[_Options]) -> Stage: ...

update_identity_profile: _update_identity_profile

class _update_lifecycle_states(_Command):
    @overload
    def __call__(self, identity_profile_id: _Id, lifecycle_state_id: _Id, json_patch_operation: _Bodies, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, json_patch_operation: _Bodies, identity_profile_id: _Id = ..., **_options: Unpack[_Options]) -> Stage: ...

update_lifecycle_states: _update_lifecycle_states

class _update_machine_account(_Command):
    @overload
    def __call__(self, id: _Id, request_body: _Bodies, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, request_body: _Bodies, **_options: Unpack[_Options]) -> Stage: ...

update_machine_account: _update_machine_account

class _update_machine_account_subtype(_Command):
    @overload
    def __call__(self, source_id: _Id, technical_name: _Text, request_body: _Bodies, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, request_body: _Bodies, source_id: _Id = ..., **_options: Unpack[_Options]) -> Stage: ...

update_machine_account_subtype: _update_machine_account_subtype

class _update_machine_identity(_Command):
    @overload
    def __call__(self, id: _Id, request_body: _Bodies, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, request_body: _Bodies, **_options: Unpack[_Options]) -> Stage: ...

update_machine_identity: _update_machine_identity

class _update_managed_client(_Command):
    @overload
    def __call__(self, id: _Id, json_patch_operation: _Bodies, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, json_patch_operation: _Bodies, **_options: Unpack[_Options]) -> Stage: ...

update_managed_client: _update_managed_client

class _update_managed_cluster(_Command):
    @overload
    def __call__(self, id: _Id, json_patch_operation: _Bodies, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, json_patch_operation: _Bodies, **_options: Unpack[_Options]) -> Stage: ...

update_managed_cluster: _update_managed_cluster

class _update_managed_cluster_type(_Command):
    @overload
    def __call__(self, id: _Id, json_patch: _Body = ..., *, operations: Sequence[_Body] = ..., **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, json_patch: _Body = ..., operations: Sequence[_Body] = ..., **_options: Unpack[_Options]) -> Stage: ...

update_managed_cluster_type: _update_managed_cluster_type

class _update_multi_host_sources(_Command):
    @overload
    def __call__(self, multihost_id: _Id, update_multi_host_sources_request_inner: _Bodies, **_options: Unpack[_Options]) -> None: ...
    @overload
    def __call__(self, *, update_multi_host_sources_request_inner: _Bodies, **_options: Unpack[_Options]) -> Stage: ...

update_multi_host_sources: _update_multi_host_sources

class _update_non_employee_record(_Command):
    @overload
    def __call__(self, id: _Id, json_patch_operation: _Bodies, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, id: _Id, non_employee_request_body: _Body = ..., *, account_name: _Text = ..., first_name: _Text = ..., last_name: _Text = ..., email: _Text = ..., phone: _Text = ..., manager: _Text = ..., source_id: _Text = ..., var_data: Mapping[str, Any] = ..., start_date: _Moment = ..., end_date: _Moment = ..., **_options: Unpack[_Options]) -> Record: ...

update_non_employee_record: _update_non_employee_record

class _update_non_employee_schema_attribute(_Command):
    @overload
    def __call__(self, attribute_id: _Id, source_id: _Id, json_patch_operation: _Bodies, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, json_patch_operation: _Bodies, attribute_id: _Id = ..., **_options: Unpack[_Options]) -> Stage: ...

update_non_employee_schema_attribute: _update_non_employee_schema_attribute

class _update_non_employee_source(_Command):
    @overload
    def __call__(self, source_id: _Id, json_patch_operation: _Bodies, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, json_patch_operation: _Bodies, **_options: Unpack[_Options]) -> Stage: ...

update_non_employee_source: _update_non_employee_source

class _update_oauth_client(_Command):
    @overload
    def __call__(self, id: _Id, json_patch_operation: _Bodies, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, json_patch_operation: _Bodies, **_options: Unpack[_Options]) -> Stage: ...

update_oauth_client: _update_oauth_client

class _update_object_mappings(_Command):
    @overload
    def __call__(self, source_org: _Text, object_mapping_bulk_patch_request: _Body = ..., *, patches: Mapping[str, Any] = ..., **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, object_mapping_bulk_patch_request: _Body = ..., patches: Mapping[str, Any] = ..., **_options: Unpack[_Options]) -> Stage: ...

update_object_mappings: _update_object_mappings

class _update_org_config(_Command):
    def __call__(self, json_patch_operation: _Bodies, **_options: Unpack[_Options]) -> Record: ...

update_org_config: _update_org_config

class _update_parameter(_Command):
    @overload
    def __call__(self, id: _Id, parameter_storage_update_parameter: _Body = ..., *, owner_id: _Text = ..., name: _Text = ..., public_fields: Mapping[str, Any] = ..., private_fields: _Text = ..., description: _Text = ..., **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, parameter_storage_update_parameter: _Body = ..., owner_id: _Text = ..., name: _Text = ..., public_fields: Mapping[str, Any] = ..., private_fields: _Text = ..., description: _Text = ..., **_options: Unpack[_Options]) -> Stage: ...

update_parameter: _update_parameter

class _update_password_policy_holders(_Command):
    @overload
    def __call__(self, source_id: _Id, password_policy_holders_dto_inner: _Bodies, **_options: Unpack[_Options]) -> list[Record]: ...
    @overload
    def __call__(self, *, password_policy_holders_dto_inner: _Bodies, **_options: Unpack[_Options]) -> Stage: ...

update_password_policy_holders: _update_password_policy_holders

class _update_password_sync_group(_Command):
    @overload
    def __call__(self, id: _Id, password_sync_group: _Body = ..., *, name: _Text = ..., password_policy_id: _Text = ..., source_ids: Sequence[_Text] = ..., created: _Moment | None = ..., modified: _Moment | None = ..., **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, password_sync_group: _Body = ..., name: _Text = ..., password_policy_id: _Text = ..., source_ids: Sequence[_Text] = ..., created: _Moment | None = ..., modified: _Moment | None = ..., **_options: Unpack[_Options]) -> Stage: ...

update_password_sync_group: _update_password_sync_group

class _update_personal_access_token(_Command):
    @overload
    def __call__(self, id: _Id, json_patch_operation: _Bodies, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, json_patch_operation: _Bodies, **_options: Unpack[_Options]) -> Stage: ...

update_personal_access_token: _update_personal_access_token

class _update_potential_role(_Command):
    @overload
    def __call__(self, session_id: _Text, potential_role_id: _Id, json_patch_operation_role_mining: _Bodies, **_options: Unpack[_Options]) -> Any: ...
    @overload
    def __call__(self, *, session_id: _Text, json_patch_operation_role_mining: _Bodies, **_options: Unpack[_Options]) -> Stage: ...

update_potential_role: _update_potential_role

class _update_potential_role_session(_Command):
    @overload
    def __call__(self, session_id: _Id, potential_role_id: _Id, json_patch_operation_role_mining: _Bodies, **_options: Unpack[_Options]) -> Any: ...
    @overload
    def __call__(self, *, json_patch_operation_role_mining: _Bodies, session_id: _Id = ..., **_options: Unpack[_Options]) -> Stage: ...

update_potential_role_session: _update_potential_role_session

class _update_privilege_criteria_config(_Command):
    @overload
    def __call__(self, criteria_config_id: _Id, request_body: _Bodies, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, request_body: _Bodies, **_options: Unpack[_Options]) -> Stage: ...

update_privilege_criteria_config: _update_privilege_criteria_config

class _update_profile_config(_Command):
    @overload
    def __call__(self, id: _Id, json_patch_operation: _Bodies, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, json_patch_operation: _Bodies, **_options: Unpack[_Options]) -> Stage: ...

update_profile_config: _update_profile_config

class _update_provisioning_policies_in_bulk(_Command):
    @overload
    def __call__(self, source_id: _Id, provisioning_policy_dto: _Bodies, **_options: Unpack[_Options]) -> list[Record]: ...
    @overload
    def __call__(self, *, provisioning_policy_dto: _Bodies, **_options: Unpack[_Options]) -> Stage: ...

update_provisioning_policies_in_bulk: _update_provisioning_policies_in_bulk

class _update_provisioning_policy(_Command):
    @overload
    def __call__(self, source_id: _Id, usage_type: Literal["CREATE", "UPDATE", "ENABLE", "DISABLE", "DELETE", "ASSIGN", "UNASSIGN", "CREATE_GROUP", "UPDATE_GROUP", "DELETE_GROUP", "REGISTER", "CREATE_IDENTITY", "UPDATE_IDENTITY", "EDIT_GROUP", "UNLOCK", "CHANGE_PASSWORD"], json_patch_operation: _Bodies, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, json_patch_operation: _Bodies, source_id: _Id = ..., **_options: Unpack[_Options]) -> Stage: ...

update_provisioning_policy: _update_provisioning_policy

class _update_public_identity_config(_Command):
    def __call__(self, public_identity_config: _Body = ..., *, attributes: Sequence[_Body] = ..., modified: _Moment | None = ..., modified_by: _Body | None = ..., **_options: Unpack[_Options]) -> Record: ...

update_public_identity_config: _update_public_identity_config

class _update_recommendations_config(_Command):
    def __call__(self, recommendation_config_dto: _Body = ..., *, recommender_features: Sequence[_Text] = ..., peer_group_percentage_threshold: float = ..., run_auto_select_once: bool = ..., only_tune_threshold: bool = ..., **_options: Unpack[_Options]) -> Record: ...

update_recommendations_config: _update_recommendations_config

class _update_role(_Command):
    @overload
    def __call__(self, id: _Id, json_patch_operation: _Bodies, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, json_patch_operation: _Bodies, **_options: Unpack[_Options]) -> Stage: ...

update_role: _update_role

class _update_role_mining_session(_Command):
    @overload
    def __call__(self, session_id: _Id, json_patch_operation: _Bodies, **_options: Unpack[_Options]) -> Any: ...
    @overload
    def __call__(self, *, json_patch_operation: _Bodies, **_options: Unpack[_Options]) -> Stage: ...

update_role_mining_session: _update_role_mining_session

class _update_roles_metadata_by_filter(_Command):
    def __call__(self, role_metadata_bulk_update_by_filter_request: _Body = ..., *, filters: _Text = ..., operation: Literal["ADD", "REMOVE", "REPLACE"] = ..., replace_scope: Literal["ALL", "ATTRIBUTE"] = ..., values: Sequence[_Body] = ..., **_options: Unpack[_Options]) -> Record: ...

update_roles_metadata_by_filter: _update_roles_metadata_by_filter

class _update_roles_metadata_by_ids(_Command):
    def __call__(self, role_metadata_bulk_update_by_id_request: _Body = ..., *, roles: Sequence[_Text] = ..., operation: Literal["ADD", "REMOVE", "REPLACE"] = ..., replace_scope: Literal["ALL", "ATTRIBUTE"] = ..., values: Sequence[_Body] = ..., **_options: Unpack[_Options]) -> Record: ...

update_roles_metadata_by_ids: _update_roles_metadata_by_ids

class _update_roles_metadata_by_query(_Command):
    def __call__(self, role_metadata_bulk_update_by_query_request: _Body = ..., *, query: Mapping[str, Any] = ..., operation: Literal["ADD", "REMOVE", "REPLACE"] = ..., replace_scope: Literal["ALL", "ATTRIBUTE"] = ..., values: Sequence[_Body] = ..., **_options: Unpack[_Options]) -> Record: ...

update_roles_metadata_by_query: _update_roles_metadata_by_query

class _update_scheduled_action(_Command):
    @overload
    def __call__(self, scheduled_action_id: _Id, json_patch: _Body = ..., *, operations: Sequence[_Body] = ..., **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, json_patch: _Body = ..., operations: Sequence[_Body] = ..., **_options: Unpack[_Options]) -> Stage: ...

update_scheduled_action: _update_scheduled_action

class _update_scheduled_search(_Command):
    @overload
    def __call__(self, id: _Id, scheduled_search: _Body = ..., *, name: _Text | None = ..., description: _Text | None = ..., saved_search_id: _Text = ..., schedule: _Body = ..., recipients: Sequence[_Body] = ..., enabled: bool = ..., email_empty_results: bool = ..., display_query_details: bool = ..., owner: _Body = ..., **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, scheduled_search: _Body = ..., name: _Text | None = ..., description: _Text | None = ..., saved_search_id: _Text = ..., schedule: _Body = ..., recipients: Sequence[_Body] = ..., enabled: bool = ..., email_empty_results: bool = ..., display_query_details: bool = ..., owner: _Body = ..., **_options: Unpack[_Options]) -> Stage: ...

update_scheduled_search: _update_scheduled_search

class _update_search_attribute_config(_Command):
    @overload
    def __call__(self, name: _Text, json_patch_operation: _Bodies, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, json_patch_operation: _Bodies, **_options: Unpack[_Options]) -> Stage: ...

update_search_attribute_config: _update_search_attribute_config

class _update_sed(_Command):
    def __call__(self, id: _Text, sed_patch: _Bodies, **_options: Unpack[_Options]) -> Record: ...

update_sed: _update_sed

class _update_segment(_Command):
    @overload
    def __call__(self, id: _Id, request_body: _Bodies, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, request_body: _Bodies, **_options: Unpack[_Options]) -> Stage: ...

update_segment: _update_segment

class _update_service_desk_integration(_Command):
    @overload
    def __call__(self, id: _Id, json_patch_operation: _Bodies, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, json_patch_operation: _Bodies, **_options: Unpack[_Options]) -> Stage: ...

update_service_desk_integration: _update_service_desk_integration

class _update_sim_attributes(_Command):
    @overload
    def __call__(self, id: _Id, json_patch: _Body = ..., *, operations: Sequence[_Body] = ..., **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, json_patch: _Body = ..., operations: Sequence[_Body] = ..., **_options: Unpack[_Options]) -> Stage: ...

update_sim_attributes: _update_sim_attributes

class _update_sod_policy(_Command):
    @overload
    def __call__(self, id: _Id, json_patch_operation: _Bodies, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, json_patch_operation: _Bodies, **_options: Unpack[_Options]) -> Stage: ...

update_sod_policy: _update_sod_policy

class _update_source(_Command):
    @overload
    def __call__(self, id: _Id, json_patch_operation: _Bodies, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, json_patch_operation: _Bodies, **_options: Unpack[_Options]) -> Stage: ...

update_source: _update_source

class _update_source_app(_Command):
    @overload
    def __call__(self, id: _Id, json_patch_operation: _Bodies = ..., **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, json_patch_operation: _Bodies = ..., **_options: Unpack[_Options]) -> Stage: ...

update_source_app: _update_source_app

class _update_source_apps_in_bulk(_Command):
    def __call__(self, source_app_bulk_update_request: _Body = ..., *, app_ids: Sequence[_Text] = ..., json_patch: Sequence[_Body] = ..., **_options: Unpack[_Options]) -> None: ...

update_source_apps_in_bulk: _update_source_apps_in_bulk

class _update_source_entitlement_request_config(_Command):
    @overload
    def __call__(self, id: _Id, source_entitlement_request_config: _Body = ..., *, access_request_config: _Body = ..., revocation_request_config: _Body = ..., **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, source_entitlement_request_config: _Body = ..., access_request_config: _Body = ..., revocation_request_config: _Body = ..., **_options: Unpack[_Options]) -> Stage: ...

update_source_entitlement_request_config: _update_source_entitlement_request_config

class _update_source_schedule(_Command):
    @overload
    def __call__(self, source_id: _Id, schedule_type: Literal["ACCOUNT_AGGREGATION", "GROUP_AGGREGATION"], json_patch_operation: _Bodies, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, json_patch_operation: _Bodies, source_id: _Id = ..., **_options: Unpack[_Options]) -> Stage: ...

update_source_schedule: _update_source_schedule

class _update_source_schema(_Command):
    @overload
    def __call__(self, source_id: _Id, schema_id: _Id, json_patch_operation: _Bodies, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, json_patch_operation: _Bodies, source_id: _Id = ..., **_options: Unpack[_Options]) -> Stage: ...

update_source_schema: _update_source_schema

class _update_status_check_details(_Command):
    def __call__(self, queued_check_config_details: _Body = ..., *, provisioning_status_check_interval_minutes: _Text = ..., provisioning_max_status_check_days: _Text = ..., **_options: Unpack[_Options]) -> Record: ...

update_status_check_details: _update_status_check_details

class _update_stream_configuration(_Command):
    def __call__(self, update_stream_configuration_request: _Body = ..., *, stream_id: _Text = ..., delivery: _Body = ..., events_requested: Sequence[_Text] = ..., description: _Text = ..., **_options: Unpack[_Options]) -> Record: ...

update_stream_configuration: _update_stream_configuration

class _update_stream_status(_Command):
    def __call__(self, update_stream_status_request: _Body = ..., *, stream_id: _Text = ..., status: Literal["enabled", "paused", "disabled"] = ..., reason: _Text = ..., **_options: Unpack[_Options]) -> Record: ...

update_stream_status: _update_stream_status

class _update_subscription(_Command):
    @overload
    def __call__(self, id: _Id, subscription_patch_request_inner: _Bodies, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, id: _Id, subscription_put_request: _Body = ..., *, name: _Text = ..., description: _Text = ..., type: Literal["HTTP", "EVENTBRIDGE", "INLINE", "SCRIPT", "WORKFLOW"] = ..., response_deadline: _Text = ..., http_config: _Body = ..., event_bridge_config: _Body = ..., enabled: bool = ..., var_filter: _Text = ..., **_options: Unpack[_Options]) -> Record: ...

update_subscription: _update_subscription

class _update_task_status(_Command):
    @overload
    def __call__(self, id: _Id, json_patch_operation: _Bodies, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, json_patch_operation: _Bodies, **_options: Unpack[_Options]) -> Stage: ...

update_task_status: _update_task_status

class _update_tenant_context(_Command):
    def __call__(self, json_patch_operation: _Body = ..., *, op: Literal["add", "remove", "replace", "move", "copy", "test"] = ..., path: _Text = ..., value: Any = ..., **_options: Unpack[_Options]) -> None: ...

update_tenant_context: _update_tenant_context

class _update_transform(_Command):
    @overload
    def __call__(self, id: _Id, transform: _Body = ..., *, name: _Text = ..., type: Literal["accountAttribute", "base64Decode", "base64Encode", "concat", "conditional", "dateCompare", "dateFormat", "dateMath", "decomposeDiacriticalMarks", "e164phone", "firstValid", "rule", "identityAttribute", "indexOf", "iso3166", "lastIndexOf", "leftPad", "lookup", "lower", "normalizeNames", "randomAlphaNumeric", "randomNumeric", "reference", "replaceAll", "replace", "rightPad", "split", "static", "substring", "trim", "upper", "usernameGenerator", "uuid", "displayName", "rfc5646"] = ..., attributes: Any = ..., **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, transform: _Body = ..., name: _Text = ..., type: Literal["accountAttribute", "base64Decode", "base64Encode", "concat", "conditional", "dateCompare", "dateFormat", "dateMath", "decomposeDiacriticalMarks", "e164phone", "firstValid", "rule", "identityAttribute", "indexOf", "iso3166", "lastIndexOf", "leftPad", "lookup", "lower", "normalizeNames", "randomAlphaNumeric", "randomNumeric", "reference", "replaceAll", "replace", "rightPad", "split", "static", "substring", "trim", "upper", "usernameGenerator", "uuid", "displayName", "rfc5646"] = ..., attributes: Any = ..., **_options: Unpack[_Options]) -> Stage: ...

update_transform: _update_transform

class _update_user_app(_Command):
    @overload
    def __call__(self, id: _Id, json_patch_operation: _Bodies = ..., **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, json_patch_operation: _Bodies = ..., **_options: Unpack[_Options]) -> Stage: ...

update_user_app: _update_user_app

class _update_user_level(_Command):
    @overload
    def __call__(self, id: _Id, json_patch: _Body = ..., *, operations: Sequence[_Body] = ..., **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, json_patch: _Body = ..., operations: Sequence[_Body] = ..., **_options: Unpack[_Options]) -> Stage: ...

update_user_level: _update_user_level

class _update_workflow(_Command):
    @overload
    def __call__(self, id: _Id, json_patch_operation: _Bodies, **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, json_patch_operation: _Bodies, **_options: Unpack[_Options]) -> Stage: ...

update_workflow: _update_workflow

class _update_workgroup(_Command):
    @overload
    def __call__(self, id: _Id, json_patch_operation: _Bodies = ..., **_options: Unpack[_Options]) -> Record: ...
    @overload
    def __call__(self, *, json_patch_operation: _Bodies = ..., **_options: Unpack[_Options]) -> Stage: ...

update_workgroup: _update_workgroup

class _update_workgroup_members(_Command):
    @overload
    def __call__(self, workgroup_id: _Id, identity_preview_response_identity: _Bodies, **_options: Unpack[_Options]) -> list[Record]: ...
    @overload
    def __call__(self, *, identity_preview_response_identity: _Bodies, **_options: Unpack[_Options]) -> Stage: ...

update_workgroup_members: _update_workgroup_members

class _use_profile(_Command):
    def __call__(self, name: str, **_options: Unpack[_Common]) -> Session: ...

use_profile: _use_profile

class _wait_report(_Command):
    @overload
    def __call__(self, task_result_id: Any, *, timeout: Any = ..., every: float = ..., **_options: Unpack[_Common]) -> Record: ...
    @overload
    def __call__(self, *, timeout: Any = ..., every: float = ..., **_options: Unpack[_Common]) -> Stage: ...

wait_report: _wait_report

class _wait_task(_Command):
    @overload
    def __call__(self, id: Any, *, timeout: Any = ..., every: float = ..., **_options: Unpack[_Common]) -> Record: ...
    @overload
    def __call__(self, *, timeout: Any = ..., every: float = ..., **_options: Unpack[_Common]) -> Stage: ...

wait_task: _wait_task

class _watch_report(_Command):
    def __call__(self, *reports: Any, every: float = ..., **_options: Unpack[_Common]) -> list[Record]: ...

watch_report: _watch_report

class _watch_task(_Command):
    def __call__(self, *tasks: Any, every: float = ..., **_options: Unpack[_Common]) -> list[Record]: ...

watch_task: _watch_task

class _where_object(_Command):
    def __call__(self, property: Any = ..., value: Any = ..., *, filter_script: Callable[[Any], Any] | None = ..., not_: bool = ..., eq: Any = ..., ne: Any = ..., gt: Any = ..., ge: Any = ..., lt: Any = ..., le: Any = ..., like: Any = ..., not_like: Any = ..., match: Any = ..., not_match: Any = ..., contains: Any = ..., not_contains: Any = ..., in_: Any = ..., not_in: Any = ..., is_: Any = ..., is_not: Any = ..., ceq: Any = ..., cne: Any = ..., cgt: Any = ..., cge: Any = ..., clt: Any = ..., cle: Any = ..., c_like: Any = ..., c_not_like: Any = ..., c_match: Any = ..., c_not_match: Any = ..., c_contains: Any = ..., c_not_contains: Any = ..., c_in: Any = ..., c_not_in: Any = ..., **properties: Any) -> Stage: ...

where_object: _where_object

class _write_output(_Command):
    def __call__(self, *values: Any, no_enumerate: bool = ..., **_options: Unpack[_Common]) -> Any: ...

write_output: _write_output
